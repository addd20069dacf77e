import { z } from "zod";
import { dayBoxes, dayIn } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";
import { dayOf } from "@/lib/report/dates";

const text = z.string().trim().max(200, "Enter 200 characters or fewer").default("");

/** The fields of a signature, as a browser sends them. `committee` is null where somebody signs in person. */
export const signingFields = readTogether(
  z.object({
    id: z.string(),
    ods: z.string().max(12),
    capacity: z.enum(["person", "committee"], "Choose in which capacity you sign"),
    committee: text,
    ...dayBoxes("on"),
    minuteReference: text,
  }),
  (typed, wrong) => {
    const { id, ods } = typed;
    if (typed.capacity !== "committee") return { id, ods, committee: null };
    const on = dayIn(typed, "on");
    if (!typed.committee) wrong("committee", "Enter the name of the committee");
    if (!on) wrong("on", "Enter the day the committee decided, such as 31 3 2027");
    else if (on > dayOf(new Date())) wrong("on", "The day must be today or in the past");
    if (!typed.minuteReference) wrong("minuteReference", "Enter where the decision is minuted");
    const { committee: name, minuteReference } = typed;
    return { id, ods, committee: on ? { name, on, minuteReference } : null };
  },
);
