import { z } from "zod";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";
import { type OwnDate, ownDateNames } from "@/lib/report/year-dates";

/** The days of the year that a trust types itself, as a browser sends them; each whole or empty. */
export const yearFields = readTogether(
  z.object({
    ods: z.string(),
    version: z.coerce.number().int().min(0),
    ...dayBoxes("planningReturn"),
    ...dayBoxes("dspt"),
    ...dayBoxes("dmaOpens"),
    ...dayBoxes("dmaCloses"),
    ...dayBoxes("boardReview"),
  }),
  ({ ods, version, ...typed }, wrong) => {
    const day = (name: OwnDate) => dayOrNone(typed, name, wrong, { of: `for “${ownDateNames[name]}”` });
    const dates = {
      planningReturn: day("planningReturn"),
      dspt: day("dspt"),
      dmaOpens: day("dmaOpens"),
      dmaCloses: day("dmaCloses"),
      boardReview: day("boardReview"),
      version,
    };
    const { dmaOpens, dmaCloses } = dates;
    if (dmaOpens && dmaCloses && dmaCloses < dmaOpens)
      wrong("dmaCloses", "The day it closes must be the day it opens or later");
    return { ods, dates };
  },
);
