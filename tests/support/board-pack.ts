import { emptyContext } from "@/lib/plan/context";
import { planSummary } from "@/lib/plan/plan-summary";
import { type BoardPack, boardPack } from "@/lib/report/board-pack";
import { boardReport } from "@/lib/report/board-report";
import { emptyFrontSheet, type FrontSheet } from "@/lib/report/front-sheet";
import type { Audience } from "@/lib/report/unnamed";
import { aBoardSection } from "./board-section";
import { aCost, anAction } from "./plan";

const late = anAction({
  id: "1",
  title: "Test restores twice a year",
  startsOn: null,
  dueOn: "2026-10-31",
  risk: { text: "Staff are not free for it", likelihood: 4, impact: 5 },
  optimismPercent: 20,
  noDoubleRunning: true,
  costs: [aCost({ description: "Second site", assumption: "A quote", pounds: 250_000, fromYear: 2026 })],
});

/** A board pack on a small framework: two signed-off rounds of one care setting, one safeguard of two sensitive. */
export function aBoardPack({
  audience = "private",
  sheet = {},
}: { audience?: Audience; sheet?: Partial<FrontSheet> } = {}): BoardPack {
  const report = boardReport({
    audience,
    showSensitive: true,
    madeOn: new Date("2026-11-23T09:00:00Z"),
    organisation: { odsCode: "ZZA", name: "Ashdown Valley <b>NHS</b> & Co" },
    plan: null,
    sections: [aBoardSection()],
  });
  return boardPack({
    sheet: { ...emptyFrontSheet, ...sheet },
    report,
    plan: planSummary([late], { today: "2026-11-23", context: emptyContext, hidden: 0 }),
    namesSensitive: audience === "private",
  });
}
