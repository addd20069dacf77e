import { z } from "zod";
import { dayBoxes, dayIn } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";
import { servesTicked } from "@/lib/plan/criteria-of-plan";
import { actionPlace, ticks } from "../../action-fields";

/** When an action was done and what is true now; `finishedOn` is null where it is finished already. */
export const finishFields = readTogether(
  actionPlace.extend({
    again: z.string().optional(),
    ...dayBoxes("finished"),
    criteria: ticks,
  }),
  (typed, wrong) => {
    const { ods, id, version, criteria } = typed;
    const found = dayIn(typed, "finished");
    const asked = typed.again === undefined;
    if (asked && found === null) wrong("finished", "Enter when it was done");
    if (asked && found === undefined) wrong("finished", "Enter a real date, such as 31 3 2027");
    const finishedOn = found ? found.toISOString().slice(0, 10) : null;
    return { ods, id, version, finishedOn, confirmed: servesTicked(criteria) };
  },
);
