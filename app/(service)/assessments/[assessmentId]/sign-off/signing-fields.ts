import { z } from "zod";
import { readTogether } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";
import { dayOf } from "@/lib/report/dates";

const part = z.string().trim().max(10).default("");
const text = z.string().trim().max(200, "Enter 200 characters or fewer").default("");

/** The fields of a signature, as a browser sends them. `committee` is null where somebody signs in person. */
export const signingFields = readTogether(
  z.object({
    id: z.string(),
    ods: z.string().max(12),
    capacity: z.enum(["person", "committee"], "Choose in which capacity you sign"),
    committee: text,
    "on-day": part,
    "on-month": part,
    "on-year": part,
    minuteReference: text,
  }),
  (typed, wrong) => {
    const { id, ods } = typed;
    if (typed.capacity !== "committee") return { id, ods, committee: null };
    const on = dayTyped({ day: typed["on-day"], month: typed["on-month"], year: typed["on-year"] });
    if (!typed.committee) wrong("committee", "Enter the name of the committee");
    if (!on) wrong("on", "Enter the day the committee decided, such as 31 3 2027");
    else if (on > dayOf(new Date())) wrong("on", "The day must be today or in the past");
    if (!typed.minuteReference) wrong("minuteReference", "Enter where the decision is minuted");
    const { committee: name, minuteReference } = typed;
    return { id, ods, committee: on ? { name, on, minuteReference } : null };
  },
);
