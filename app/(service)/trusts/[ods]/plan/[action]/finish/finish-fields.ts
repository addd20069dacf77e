import { z } from "zod";
import { readTogether } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";
import { servesTicked } from "@/lib/plan/criteria-of-plan";
import { actionPlace, ticks } from "../../action-fields";

const part = z.string().trim().max(10).default("");

/** When an action was done and what is true now; `finishedOn` is null where it is finished already. */
export const finishFields = readTogether(
  actionPlace.extend({
    again: z.string().optional(),
    "finished-day": part,
    "finished-month": part,
    "finished-year": part,
    criteria: ticks,
  }),
  (typed, wrong) => {
    const { ods, id, version, criteria } = typed;
    const found = dayTyped({
      day: typed["finished-day"],
      month: typed["finished-month"],
      year: typed["finished-year"],
    });
    const asked = typed.again === undefined;
    if (asked && found === null) wrong("finished", "Enter when it was done");
    if (asked && found === undefined) wrong("finished", "Enter a real date, such as 31 3 2027");
    const finishedOn = found ? found.toISOString().slice(0, 10) : null;
    return { ods, id, version, finishedOn, confirmed: servesTicked(criteria) };
  },
);
