import type { FormFields } from "@/lib/assessment/answer-form";
import { CRITERION_FIELD, formUseOf } from "@/lib/assessment/answer-form";
import { type CopiedPlace, placeInWords } from "@/lib/assessment/copied-place";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { dateInWords, momentInWords } from "@/lib/report/dates";
import type { CriterionState } from "@/lib/scoring/answers";
import type { Framework } from "@/lib/framework/schema";
import type { Rung } from "./criteria-ladder";

export const stateWords: Readonly<Record<CriterionState, string>> = {
  met: "met",
  not_met: "not met",
  not_known: "not known",
};

type Carried = { kind: "carried"; round: string; by: string; at: Date };

/** Where an answer comes from that nobody has confirmed here: an earlier round, or another place, in words. */
type Before = Carried | { kind: "copied"; from: string } | null;

/** The same, with the place it was copied from in words. */
export function beforeIn(
  framework: Framework,
  brought: Carried | ({ kind: "copied" } & CopiedPlace) | null,
): Before {
  return brought?.kind === "copied" ? { kind: "copied", from: placeInWords(framework, brought) } : brought;
}

/** Who gave the answer that stands, and when; of one that was brought here, where it comes from. */
export function givenInWords(
  answer: Pick<StoredAnswer, "savedById" | "savedAt" | "carriedForward" | "evidenceExpired" | "enteredForId">,
  names: ReadonlyMap<string, string>,
  before: Before,
): string {
  const by = names.get(answer.savedById) ?? "a former colleague";
  const saved = `Last saved by ${by}, ${momentInWords(answer.savedAt)}`;
  if (!answer.carriedForward) return saved;
  if (answer.evidenceExpired || answer.enteredForId !== null) return `To be confirmed. ${saved}`;
  if (before?.kind === "copied") {
    return `To be confirmed. Copied from ${before.from} by ${by}, ${momentInWords(answer.savedAt)}`;
  }
  return before
    ? `To be confirmed. Carried forward from ${before.round}, answered there by ${before.by}, ${dateInWords(before.at)}`
    : `To be confirmed. Brought here by ${by}, ${momentInWords(answer.savedAt)}`;
}

/** Why an answer still has to be confirmed: a coordinator typed it, or it came along from the last round. */
export function toConfirmInWords(
  {
    savedById,
    enteredForId,
    evidenceExpired,
  }: Pick<StoredAnswer, "savedById" | "enteredForId" | "evidenceExpired">,
  names: ReadonlyMap<string, string>,
): string {
  if (evidenceExpired) {
    return "Evidence for this answer has passed its review date. Check that the answer still holds, then confirm it or change it.";
  }
  if (enteredForId === null) {
    return "This answer came from the last round or was copied from another place. Read it, then confirm it or change it. Saving a change confirms the whole answer.";
  }
  const name = (id: string) => names.get(id) ?? "a former colleague";
  return `Entered by ${name(savedById)} for ${name(enteredForId)}, and not yet confirmed by ${name(enteredForId)}.`;
}

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
