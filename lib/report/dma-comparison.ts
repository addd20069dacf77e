import { z } from "zod";
import type { Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { shownScore } from "@/lib/scoring/shown";
import { pillarsOf } from "./pillars";

/** The seven What Good Looks Like pillars, by which NHS England publishes its scores. */
export const dmaPillars = ["WL", "SF", "SP", "SW", "EP", "IC", "HP"] as const;
export type DmaPillar = (typeof dmaPillars)[number];

/** The longest sentence about a difference, in characters. */
export const REMARK_LIMIT = 500;

/** Official scores, in tenths, and the sentences beside them, as they are kept. */
export const scoresSchema = z.partialRecord(z.enum(dmaPillars), z.int().min(10).max(50));
export const remarksSchema = z.partialRecord(z.enum(dmaPillars), z.string().min(1).max(REMARK_LIMIT));

/** How the official scores must always be labelled. */
export const DMA_OFFICIAL_LABEL = "NHS England's Digital Maturity Assessment: a different instrument";

/** A trust's official scores of one year, in tenths (28 is 2.8), with a sentence where they differ from ours. */
export type OfficialScores = {
  year: number;
  version: number;
  scores: Partial<Record<DmaPillar, number>>;
  remarks: Partial<Record<DmaPillar, string>>;
  typedAt: Date;
};

/** One pillar by both instruments, as they are shown; null where one of them has no score. */
export type DmaRow = {
  pillar: DmaPillar;
  name: string;
  ours: string | null;
  official: string | null;
  /** Official less ours, in tenths of what is shown; null where one is missing, or ours is still a range. */
  difference: number | null;
  /** More than half a level apart: asks for a sentence. */
  apart: boolean;
  remark: string;
};

/** A difference of more than this, in tenths, asks for a sentence. */
const APART = 5;

/** Both instruments side by side, pillar by pillar. They ask different questions: neither corrects the other. */
export function compareWithDma(framework: Framework, result: Result, official: OfficialScores): DmaRow[] {
  return pillarsOf(framework, result).flatMap(({ id, name, bounds }): DmaRow[] => {
    const pillar = dmaPillars.find((known) => known === id);
    if (!pillar) return [];
    const tenths = official.scores[pillar] ?? null;
    const ours = bounds && bounds.low === bounds.high ? shownScore(bounds.low) : null;
    const difference = ours === null || tenths === null ? null : tenths - Math.round(Number(ours) * 10);
    return [
      {
        pillar,
        name,
        difference,
        remark: official.remarks[pillar] ?? "",
        ours: ours ?? (bounds ? `${shownScore(bounds.low)} to ${shownScore(bounds.high)}` : null),
        official: tenths === null ? null : tenthsInFigures(tenths),
        apart: difference !== null && Math.abs(difference) > APART,
      },
    ];
  });
}

/** 28 tenths as "2.8". */
export function tenthsInFigures(tenths: number): string {
  return `${Math.trunc(tenths / 10)}.${tenths % 10}`;
}

/** A difference in words that need no colour: "0.6 higher", "0.2 lower" or "the same". */
export function differenceInWords(tenths: number): string {
  if (tenths === 0) return "the same";
  return `${tenthsInFigures(Math.abs(tenths))} ${tenths > 0 ? "higher" : "lower"}`;
}

/** The years for which scores may be typed in at a moment: back to the first that was published by pillar, newest first. */
export function dmaYears(now: Date): number[] {
  const first = 2023;
  const last = now.getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
