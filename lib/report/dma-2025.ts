import type { CareSetting } from "@/lib/framework/schema";

/** How these figures must always be labelled: they come from other questions than ours. */
export const DMA_2025_LABEL = "NHS England DMA 2025, a different instrument, shown for context";

/** Where they come from: computed from the published file, whose pillar figures are rounded to one decimal. */
export const DMA_2025_SOURCE =
  "NHS England, Digital Maturity Assessment 2025 results, version 2, published 30 March 2026";

/** What the words above its columns mean. */
export const DMA_2025_WORDS =
  "DMA is the Digital Maturity Assessment, which a trust returns to NHS England for each of its care settings. Half of all returns scored below the median. The middle half is what remains without the lowest and the highest quarter of them";

/** The lowest figure, the three quartiles and the highest, on a scale of 1 to 5. */
export type Spread = { min: number; p25: number; median: number; p75: number; max: number };

/** What was published for one care setting: by What Good Looks Like pillar, and the mean of the seven pillars. */
export type DmaFigures = {
  /** The care setting the figures are of; specialist trusts are shown the acute ones, so labelled. */
  of: DmaSetting;
  /** How many returns they summarise. A trust returned once for each of its care settings. */
  returns: number;
  pillars: ReadonlyMap<string, Spread>;
  meanOfPillars: Spread;
};

type DmaSetting = "acute" | "mental_health" | "community" | "ambulance";
type Figures = readonly [min: number, p25: number, median: number, p75: number, max: number];
type Pillar = "WL" | "SF" | "SP" | "SW" | "EP" | "IC" | "HP";

const published: Record<
  DmaSetting,
  { returns: number; pillars: Record<Pillar, Figures>; meanOfPillars: Figures }
> = {
  acute: {
    returns: 134,
    pillars: {
      WL: [1.3, 2.3, 2.8, 3.5, 4.8],
      SF: [1.5, 2.4, 2.6, 2.98, 3.8],
      SP: [1, 2, 2.3, 2.8, 4],
      SW: [1.3, 2.3, 2.5, 3, 4.8],
      EP: [1.1, 1.9, 2.1, 2.4, 3.6],
      IC: [1.2, 2, 2.4, 2.8, 3.6],
      HP: [1, 1.8, 2.2, 2.58, 3.8],
    },
    meanOfPillars: [1.51, 2.18, 2.41, 2.67, 3.59],
  },
  mental_health: {
    returns: 50,
    pillars: {
      WL: [1.5, 2.3, 2.5, 3.22, 4.8],
      SF: [1.7, 2.3, 2.55, 2.88, 3.7],
      SP: [1, 2.3, 2.5, 3.22, 3.8],
      SW: [1.5, 2.3, 2.5, 3, 4.3],
      EP: [1.1, 1.6, 1.7, 2, 2.6],
      IC: [1.5, 2, 2.3, 2.72, 3.3],
      HP: [1.2, 1.8, 2.2, 2.6, 4.4],
    },
    meanOfPillars: [1.84, 2.16, 2.35, 2.63, 3.71],
  },
  community: {
    returns: 90,
    pillars: {
      WL: [1.5, 2.3, 2.8, 3.5, 4.8],
      SF: [1.4, 2.23, 2.6, 2.9, 3.5],
      SP: [1.3, 2, 2.5, 3, 4],
      SW: [1.3, 2.3, 2.8, 3, 4.8],
      EP: [1.1, 1.62, 1.95, 2.1, 2.9],
      IC: [1.6, 2, 2.4, 2.8, 4],
      HP: [1, 2, 2.2, 2.6, 4.4],
    },
    meanOfPillars: [1.51, 2.16, 2.48, 2.75, 3.76],
  },
  ambulance: {
    returns: 11,
    pillars: {
      WL: [1.8, 2.4, 2.8, 3, 4],
      SF: [2.1, 2.25, 2.3, 2.7, 2.9],
      SP: [1.5, 2, 2.3, 2.3, 2.8],
      SW: [2, 2.3, 2.5, 2.9, 3.3],
      EP: [1.5, 2, 2.5, 3, 3],
      IC: [1, 1.85, 2, 2, 3.3],
      HP: [1.3, 1.8, 2, 2.3, 2.8],
    },
    meanOfPillars: [2.04, 2.12, 2.37, 2.54, 2.74],
  },
};

/** The published figures beside which a care setting is shown; null where none were published. */
export function dmaFiguresFor(setting: CareSetting): DmaFigures | null {
  if (setting === "practice") return null;
  const of = setting === "specialist" ? "acute" : setting;
  const { returns, pillars, meanOfPillars } = published[of];
  const spreads = Object.entries(pillars).map(([pillar, figures]) => [pillar, spread(figures)] as const);
  return { of, returns, pillars: new Map(spreads), meanOfPillars: spread(meanOfPillars) };
}

function spread([min, p25, median, p75, max]: Figures): Spread {
  return { min, p25, median, p75, max };
}
