import type { PlannedAction } from "@/lib/plan/action";
import { hoursInWords, poundsInWords } from "@/lib/plan/money-words";
import { theirsInWords } from "@/lib/report/plan-words";

/** What a colleague saved of an action, with its line that a form was about: for the form that was too late. */
export function theirLines(
  action: PlannedAction,
  part: "costs" | "benefits",
  line: string,
): Record<string, string> {
  const found =
    part === "costs"
      ? action.costs.find(({ id }) => id === line)
      : action.benefits.find(({ id }) => id === line);
  const { "theirs-title": title = "" } = theirsInWords(action);
  return {
    "theirs-title": title,
    "theirs-lines": String(action[part].length),
    ...(line !== "new" && { "theirs-line": found ? lineInWords(found) : "Taken away" }),
  };
}

type Line = PlannedAction["costs"][number] | PlannedAction["benefits"][number];

function lineInWords(line: Line): string {
  const { description, assumption } = line;
  return `${description}: ${amountInWords(line)} (${assumption})`;
}

function amountInWords(line: Line): string {
  if ("pounds" in line) return poundsInWords(line.pounds);
  const { measure } = line;
  if (measure.unit === "pounds") return poundsInWords(measure.pounds);
  return measure.unit === "hours" ? hoursInWords(measure.hours) : measure.text;
}
