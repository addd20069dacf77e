import type { PlannedAction } from "@/lib/plan/action";
import { emptyContext } from "@/lib/plan/context";
import { planSummary } from "@/lib/plan/plan-summary";
import { type BoardPack, boardPack } from "@/lib/report/board-pack";
import { boardReport } from "@/lib/report/board-report";
import { emptyFrontSheet, type FrontSheet } from "@/lib/report/front-sheet";
import type { Audience } from "@/lib/report/unnamed";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "./framework";

/** The name of the one sensitive safeguard, which a public pack must never hold. */
export const SENSITIVE = "Secret recovery";

const groups = [
  { id: "SP", name: "Safe practice" },
  { id: "SF", name: "Smart foundations" },
  { id: "WL", name: "Well led" },
];

const areas = [
  { id: "quality_of_care", name: "Quality of care" },
  { id: "finance", name: "Finance" },
];

const framework = aFramework(
  [
    aDimension("A", [
      aCapability("a1", {
        name: SENSITIVE,
        gateFor: ["acute"],
        sensitive: true,
        lenses: { wgll: ["SP"], provider_capability: ["quality_of_care"] },
      }),
      aCapability("a2", {
        name: "Clinical safety",
        gateFor: ["acute"],
        lenses: { wgll: ["SP"], provider_capability: ["quality_of_care", "finance"] },
      }),
    ]),
    aDimension("B", [
      aCapability("b1", { lenses: { wgll: ["SF"], provider_capability: ["quality_of_care"] } }),
      aCapability("b2", { lenses: { wgll: ["SF"] } }),
    ]),
    aDimension("C", [aCapability("c1", { lenses: { wgll: ["WL"] } })]),
  ],
  {
    lenses: [
      { id: "wgll", name: "What Good Looks Like", groups },
      { id: "provider_capability", name: "Provider capability areas", groups: areas },
    ],
  },
);

type Levels = Parameters<typeof answersAt>[1];

function signed(round: string, levels: Levels) {
  const at = new Date(`${round.slice(0, 4)}-05-06T09:00:00Z`);
  return {
    snapshotId: round,
    assessmentId: round,
    kind: "sign_off" as const,
    name: "",
    round,
    at,
    framework,
    result: score(framework, "acute", answersAt(framework, levels)),
    signedBy: { byName: "Jo Bloggs", byRole: "approver", at },
  };
}

const anAction: PlannedAction = {
  id: "1",
  version: 1,
  title: "Test restores twice a year",
  description: "",
  phase: 1,
  ownerTitle: "Head of infrastructure",
  ownerId: null,
  status: "in_progress",
  startsOn: null,
  dueOn: "2026-10-31",
  finishedOn: null,
  endedReason: "",
  serves: [],
  benefits: [],
  risk: { text: "Staff are not free for it", likelihood: 4, impact: 5 },
  optimismPercent: 20,
  noDoubleRunning: true,
  costs: [
    {
      id: "1",
      kind: "one_off_capital",
      description: "Second site",
      assumption: "A quote",
      pounds: 250_000,
      fromYear: 2026,
      years: 1,
      funding: null,
      doubleRunning: false,
      agreedBy: "",
    },
  ],
};

/** A board pack on a small framework: two signed-off rounds of one care setting, one safeguard of two sensitive. */
export function aBoardPack({
  audience = "private",
  sheet = {},
}: { audience?: Audience; sheet?: Partial<FrontSheet> } = {}): BoardPack {
  const now: Levels = { a1: 2, a2: 2, b1: 4, b2: 1, c1: 2 };
  const report = boardReport({
    audience,
    showSensitive: true,
    madeOn: new Date("2026-11-23T09:00:00Z"),
    organisation: { odsCode: "ZZA", name: "Ashdown Valley <b>NHS</b> & Co" },
    plan: null,
    sections: [
      {
        setting: "acute",
        results: [signed("2026/27", now), signed("2025/26", { a1: 1, a2: 2, b1: 3, b2: 2, c1: 2 })],
        checkpoints: [],
        behind: {
          answers: answersAt(framework, now),
          targets: [],
          gapViews: [],
          confidences: new Map(),
          evidenced: null,
          approvedSince: [],
          openChallenges: 0,
          review: { levels: [], summaries: [] },
        },
        beingRevised: false,
        wording: null,
      },
    ],
  });
  return boardPack({
    sheet: { ...emptyFrontSheet, ...sheet },
    report,
    plan: planSummary([anAction], { today: "2026-11-23", context: emptyContext, hidden: 0 }),
    namesSensitive: audience === "private",
  });
}
