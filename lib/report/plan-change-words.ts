import type { PlanChange, PlanFieldChange } from "@/lib/exchange/plan-changes";
import { actionHeadings, planWords } from "@/lib/exchange/plan-workbook";
import { dayInWords } from "./plan-words";

/** Why changes stand together, in the order they are read, and what is said of each lot. */
export const planChangeGroups: readonly { kind: PlanChange["kind"]; heading: string }[] = [
  { kind: "conflict", heading: "Changed by a colleague since the workbook was made" },
  { kind: "clear", heading: "Something was emptied" },
  { kind: "change", heading: "Changed in the workbook" },
  { kind: "again", heading: "New, under a title that is in the plan already" },
  { kind: "new", heading: "New actions" },
];

/** One change to an action in words, "Due: now 31 March 2027, in the workbook 30 June 2027 (Actions, H4)". */
export function planFieldInWords(change: PlanFieldChange, isNew: boolean): string {
  const { field, from, to, at, conflict } = change;
  const name = nameOf(field);
  if (isNew) return `${name}: ${valueInWords(field, to)}`;
  if (from === "" && (field === "costs" || field === "benefits"))
    return `New ${name.toLowerCase()}: ${to} (${at})`;
  const now = conflict ? "a colleague saved" : "now";
  return `${name}: ${now} ${valueInWords(field, from)}, in the workbook ${valueInWords(field, to)} (${at})`;
}

function nameOf(field: PlanFieldChange["field"]): string {
  if (field === "criteria") return "Criteria it will meet";
  if (field === "costs") return "Cost";
  return field === "benefits" ? "Benefit" : actionHeadings[field];
}

function valueInWords(field: PlanFieldChange["field"], value: string): string {
  if (field === "noDoubleRunning") return value === "yes" ? "yes" : "no";
  if (value === "") return "nothing";
  if (field === "startsOn" || field === "dueOn") return dayInWords(value);
  if (field === "phase" || field === "status") {
    return Object.entries(planWords[field]).find(([, id]) => id === value)?.[0] ?? value;
  }
  if (field === "optimismPercent") return `${value}%`;
  return field === "title" || field === "description" || field === "ownerTitle" || field === "risk"
    ? `“${value}”`
    : value;
}
