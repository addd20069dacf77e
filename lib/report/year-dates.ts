/** The days of the year that a trust types itself, since no other system tells them here (design 1, trust home). */
export const ownDates = ["planningReturn", "dspt", "dmaOpens", "dmaCloses", "boardReview"] as const;
export type OwnDate = (typeof ownDates)[number];

/** Each at midnight UTC, null where nobody typed it. */
export type YearDates = Readonly<Record<OwnDate, Date | null>> & {
  /** 0 before anything was typed. */
  version: number;
};

export const noYearDates: YearDates = {
  planningReturn: null,
  dspt: null,
  dmaOpens: null,
  dmaCloses: null,
  boardReview: null,
  version: 0,
};

export const ownDateNames: Readonly<Record<OwnDate, string>> = {
  planningReturn: "Planning return",
  dspt: "Data Security and Protection Toolkit (DSPT) return",
  dmaOpens: "Digital Maturity Assessment (DMA) opens",
  dmaCloses: "Digital Maturity Assessment (DMA) closes",
  boardReview: "Board’s assurance review",
};
