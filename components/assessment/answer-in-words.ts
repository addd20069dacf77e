import type { FormFields } from "@/lib/assessment/answer-form";
import { CRITERION_FIELD, formUseOf } from "@/lib/assessment/answer-form";
import type { CriterionState } from "@/lib/scoring/answers";
import type { Rung } from "./criteria-ladder";

const stateWords: Readonly<Record<CriterionState, string>> = {
  met: "met",
  not_met: "not met",
  not_known: "not known",
};

/** What was typed into the form, line by line, as a person would say it. */
export function typedInWords(typed: FormFields, rungs: readonly Rung[]): string[] {
  const use = formUseOf(typed);
  if (use === "confirm") return ["Confirm the answer as it stood"];
  if (use === "withdraw") return ["Use the answer for the whole trust again"];
  if (use === "not_applicable") return ["Does not apply"];
  if (use === "level" && typed.level) return [`Level ${typed.level}`];
  const entries = Object.entries(typed).filter(([name, value]) => name.startsWith(CRITERION_FIELD) && value);
  return entries.map(([name, value]) => lineFor(name.slice(CRITERION_FIELD.length), value, rungs));
}

function lineFor(id: string, value: string, rungs: readonly Rung[]): string {
  const text = rungs.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.text ?? id;
  return `${stateWords[value as CriterionState] ?? value}: ${text}`;
}
