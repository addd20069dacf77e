import { APPLIES } from "@/lib/exchange/answer-workbook";
import { targetOf, type WorkbookChange } from "@/lib/exchange/workbook-changes";
import type { Capability } from "@/lib/framework/schema";
import { dateInWords } from "./dates";
import { stateInWords } from "./level-words";

const CRITERION = "criteria.";

const partNames: Readonly<Record<string, string>> = {
  applies: "Whether it applies",
  note: "Note",
  confidence: "Confidence",
  target: "Target",
  evidence: "New evidence",
};

/** Which part of an answer a change is to: "Note", or the statement as it reads. */
export function changedPart({ field }: Pick<WorkbookChange, "field">, capability: Capability): string {
  if (!field.startsWith(CRITERION)) return partNames[field] ?? field;
  const id = field.slice(CRITERION.length);
  for (const { level, criteria } of capability.levels) {
    const found = criteria.find((criterion) => criterion.id === id);
    if (found) return `Level ${level}: ${found.text}`;
  }
  return id;
}

/** What a part of an answer says, before or after a change, in words. */
export function changedValue(field: string, value: string, capability: Capability): string {
  if (field.startsWith(CRITERION)) return stateInWords(isState(value) ? value : "undecided");
  if (field === "applies") {
    if (value === APPLIES) return "It applies";
    const reason = capability.mayBeNotApplicable?.reasons.find(({ id }) => id === value);
    return `It does not apply: ${reason?.text ?? value}`;
  }
  if (value === "") return "Nothing";
  if (field === "confidence") return value.charAt(0).toUpperCase() + value.slice(1);
  if (field === "target") return targetInWords(value);
  return value;
}

function targetInWords(value: string): string {
  const target = targetOf(value);
  if (!target) return "Nothing";
  const by = target.by ? ` by ${dateInWords(new Date(`${target.by}T12:00:00Z`))}` : "";
  return `Level ${target.level}${by}: ${target.reason}`;
}

function isState(value: string): value is "met" | "not_met" | "not_known" {
  return ["met", "not_met", "not_known"].includes(value);
}
