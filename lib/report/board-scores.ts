import type { CareSetting } from "@/lib/framework/schema";
import type { Bounds } from "@/lib/scoring/result";
import { shownScore } from "@/lib/scoring/shown";
import type { SignedResult } from "./board-panel";
import { type DmaFigures, dmaFiguresFor } from "./dma-2025";
import { groupingOf } from "./grouping";
import { nextStage } from "./next-stage";
import { pillarsOf } from "./pillars";
import { groupsWithSensitive, NOT_SHOWN } from "./sensitive-groups";
import { dimensionInFigures, scoreInFigures } from "./stage-words";
import type { Audience } from "./unnamed";

/** A score with its name, as it is shown everywhere; null figures where nothing in it applies or it is not shown. */
export type NamedScore = {
  id: string;
  name: string;
  /** "2.6", "Does not apply", or to the public "Not shown". */
  score: string;
  bounds: Bounds | null;
};

/** A dimension, and whether it is as high as the next stage needs; null where that asks nothing of dimensions. */
export type DimensionScore = NamedScore & { number: string; needs: number | null; reached: boolean };

/** A pillar, or who controls it, beside what was published for England; null where nothing was. */
export type PillarScore = NamedScore & { published: { median: string; middleHalf: string } | null };

/** The scores of one care setting by dimension and by pillar. */
export type BoardScores = {
  dimensions: DimensionScore[];
  pillars: {
    heading: string;
    one: string;
    rows: PillarScore[];
    /** How many have no score here, since something sensitive is in them. */
    notShown: number;
  };
  /** What the published figures are of; null where none stand beside. */
  england: Pick<DmaFigures, "of" | "returns"> | null;
};

const NONE = "Does not apply";

/** The scores a board, or the public, reads below the fold: tables first, drawings from the same figures. */
export function boardScores(
  setting: CareSetting,
  { framework, result }: SignedResult,
  audience: Audience,
): BoardScores {
  const england = dmaFiguresFor(setting);
  const { heading, one, lens } = groupingOf(framework);
  const unsaid = audience === "public" ? groupsWithSensitive(framework, result, lens) : new Set<string>();
  const needs = nextStage(framework, result)?.dimension ?? null;
  const scored = new Map(result.dimensions.map((dimension) => [dimension.id, dimension]));
  return {
    dimensions: framework.dimensions.map(({ id, number, name }) => {
      const bounds = scored.get(id) ?? null;
      const score = bounds ? dimensionInFigures(framework, result, bounds) : NONE;
      const reached = bounds === null || needs === null || bounds.low >= needs;
      return { id, number, name, bounds, score, needs, reached };
    }),
    pillars: {
      heading,
      one,
      notShown: unsaid.size,
      rows: pillarsOf(framework, result).map(({ id, name, bounds }) => ({
        ...(unsaid.has(id)
          ? { id, name, bounds: null, score: NOT_SHOWN }
          : { id, name, bounds, score: bounds ? scoreInFigures(bounds) : NONE }),
        published: publishedFor(england, id),
      })),
    },
    england: england && { of: england.of, returns: england.returns },
  };
}

function publishedFor(england: DmaFigures | null, pillar: string): PillarScore["published"] {
  const spread = england?.pillars.get(pillar);
  if (!spread) return null;
  const { median, p25, p75 } = spread;
  return { median: shownScore(median), middleHalf: `${shownScore(p25)} to ${shownScore(p75)}` };
}

/** Of how many returns the published figures are, and of whom where that is another kind of trust. */
export function ofWhom({ of, returns }: Pick<DmaFigures, "of" | "returns">, setting: CareSetting): string {
  return of === setting
    ? `The figures are of ${returns} returns`
    : `The figures are of ${returns} acute returns`;
}
