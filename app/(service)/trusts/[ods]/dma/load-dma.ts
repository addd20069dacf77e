import { cache } from "react";
import { notFound } from "@/lib/auth/not-found";
import type { CareSetting } from "@/lib/framework/schema";
import { dmaScoresOf } from "@/lib/data/dma-scores";
import type { BoardSection } from "@/lib/report/board-report";
import type { OfficialScores } from "@/lib/report/dma-comparison";
import { loadBoard } from "../board/load-board";

export type SettingDma = { section: BoardSection; official: readonly OfficialScores[] };

/** The official scores of every care setting beside what was signed off; a 404 for who may not see both. Once a request. */
export const loadDma = cache(async (ods: string) => {
  const { user, trust, report } = await loadBoard(ods, "private");
  const official = await dmaScoresOf(user, trust.id);
  // General practices have no such assessment.
  if (!official || trust.kind === "gp_practice") notFound();
  const settings = report.sections.map((section): SettingDma => {
    const setting: CareSetting = section.panel.setting;
    return { section, official: official.get(setting) ?? [] };
  });
  return { user, trust, settings };
});
