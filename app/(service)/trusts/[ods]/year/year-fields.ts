import { z } from "zod";
import { readTogether } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";
import { type OwnDate, ownDates } from "@/lib/report/year-dates";

const part = z.string().trim().max(10).default("");
const parts = (name: OwnDate) =>
  (["day", "month", "year"] as const).map((box): [string, typeof part] => [`${name}-${box}`, part]);

/** The days of the year that a trust types itself, as a browser sends them; each whole or empty. */
export const yearFields = readTogether(
  z
    .object({ ods: z.string(), version: z.coerce.number().int().min(0) })
    .and(z.object(Object.fromEntries(ownDates.flatMap(parts)))),
  ({ ods, version, ...typed }, wrong) => {
    const boxes: Readonly<Record<string, string>> = typed;
    const day = (name: OwnDate): Date | null => {
      const [day = "", month = "", year = ""] = parts(name).map(([box]) => boxes[box] ?? "");
      const date = dayTyped({ day, month, year });
      if (date === undefined)
        wrong(name, "Enter a real date, such as 31 3 2027, or leave all three boxes empty");
      return date ?? null;
    };
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
