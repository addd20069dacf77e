import { randomUUID } from "node:crypto";
import { SubmitButton } from "@/components/forms/submit-button";
import { decisionsLostBy } from "@/lib/assessment/picked-level";
import { formUseOf } from "@/lib/assessment/answer-form";
import type { RefusedAnswer } from "@/lib/assessment/refused-answer";
import { type Capability, type CareSetting, levelSchema } from "@/lib/framework/schema";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";
import type { CriterionState } from "@/lib/scoring/answers";
import { typedInWords } from "./answer-in-words";
import { RefusedNotice } from "./answer-notices";
import type { Rung } from "./criteria-ladder";

type Props = {
  kept: RefusedAnswer;
  capability: Capability;
  view: {
    version: number;
    settings: readonly CareSetting[];
    rungs: readonly Rung[];
    answer: { criteria: Readonly<Record<string, CriterionState>> } | undefined;
  };
  place: { assessmentId: string; capabilityId: string; scope: string };
  editable: boolean;
  /** True where the answer that stands is the person's own, saved in another window. */
  own: boolean;
};

/** What was entered and refused, beside the answer that stands, with the choice between the two. */
export function RefusedAnswerPanel({ kept, capability, view, place, editable, own }: Props) {
  const asks = kept.reason === "stale" || kept.reason === "would_change";
  return (
    <>
      <RefusedNotice
        refused={kept}
        own={own}
        entered={typedInWords(kept.typed, view.rungs)}
        lost={lostBy(kept, capability, view)}
      />
      {asks && editable && (
        <form method="post" action={answerApiPath(place)} id="confirm">
          {Object.entries(againWith(kept, view.version)).map(([name, value]) => (
            <input type="hidden" key={name} name={name} value={value} />
          ))}
          <div className="nhsuk-button-group">
            <SubmitButton>
              {kept.reason === "stale"
                ? own
                  ? "Save this one instead"
                  : "Save mine instead"
                : "Yes, save this level"}
            </SubmitButton>
            <a className="nhsuk-link" href={answerPagePath(place)}>
              {kept.reason === "stale"
                ? own
                  ? "Keep the other one"
                  : "Keep theirs"
                : "No, leave it as it is"}
            </a>
          </div>
        </form>
      )}
    </>
  );
}

/** The same entry as a new save against the version that stands now. */
function againWith(kept: RefusedAnswer, version: number): Record<string, string> {
  const { typed } = kept;
  return { ...typed, use: formUseOf(typed), version: String(version), key: randomUUID(), confirmed: "yes" };
}

function lostBy(kept: RefusedAnswer, capability: Capability, view: Props["view"]): string[] {
  const level = levelSchema.safeParse(Number(kept.typed.level));
  if (kept.reason !== "would_change" || !level.success) return [];
  const texts = new Map(view.rungs.flatMap(({ criteria }) => criteria.map(({ id, text }) => [id, text])));
  return decisionsLostBy(capability, view.settings, view.answer?.criteria ?? {}, level.data).map(
    ({ id, text }) => texts.get(id) ?? text,
  );
}
