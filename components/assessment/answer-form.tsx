import type { ReactNode } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { Select } from "@/components/forms/select";
import type { Capability, Framework, Level } from "@/lib/framework/schema";
import { answerApiPath } from "@/lib/http/addresses";
import type { CriterionState } from "@/lib/scoring/answers";
import { CriteriaLadder, type Rung } from "./criteria-ladder";
import { LevelPicker } from "./level-picker";

type Props = {
  place: { assessmentId: string; capabilityId: string; scope: string };
  saveKey: string;
  framework: Framework;
  capability: Capability;
  view: {
    version: number;
    picked: Level | null;
    rungs: readonly Rung[];
    open: readonly Level[];
    answer: { criteria: Readonly<Record<string, CriterionState>> } | undefined;
  };
  /** What still has to be confirmed about the answer that stands; null where nothing has. */
  toConfirm: string | null;
  /** Whether this person may confirm it. */
  mayConfirm: boolean;
  details: ReactNode;
  saver: ReactNode;
};

/**
 * The two ways of answering, each with its own button, in one form so that a note goes with either. A plain form
 * to the saving address: it works without JavaScript, and `saver` saves it as it is filled in where there is.
 */
export function AnswerForm(props: Props) {
  const { place, saveKey, framework, capability, view, toConfirm, details, saver } = props;
  const reasons = capability.mayBeNotApplicable?.reasons ?? [];
  return (
    <form method="post" action={answerApiPath(place)} id="answer-form" autoComplete="off">
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="key" value={saveKey} />
      {saver}
      <fieldset className="app-plain-fieldset">
        <legend className="nhsuk-u-visually-hidden">Your answer</legend>
        {toConfirm && (
          <div className="app-confirm">
            <p>{toConfirm}</p>
            {props.mayConfirm && (
              <SubmitButton name="use" value="confirm">
                Confirm: still true
              </SubmitButton>
            )}
          </div>
        )}
        <LevelPicker levels={framework.levels} picked={view.picked} />
        <SubmitButton variant="secondary" name="use" value="level">
          Save this level
        </SubmitButton>
        <h2 className="nhsuk-heading-m">Or go criterion by criterion</h2>
        <p>
          Say for each statement whether it is met. &ldquo;Not known&rdquo; is an honest answer: it counts as
          not met and is reported apart.
        </p>
        {view.picked !== null && (
          <p>
            They stand as the level above has them: everything up to it met, everything beyond it not met.
            Change any that is otherwise.
          </p>
        )}
        <CriteriaLadder rungs={view.rungs} criteria={view.answer?.criteria ?? {}} open={view.open} />
        {details}
        <SubmitButton name="use" value="criteria">
          Save criteria
        </SubmitButton>
        {reasons.length > 0 && (
          <>
            <h2 className="nhsuk-heading-m">Or say that it does not apply</h2>
            <Select
              name="reason"
              label="Why it does not apply"
              placeholder="Choose a reason"
              options={reasons.map(({ id, text }) => ({ value: id, text }))}
            />
            <SubmitButton variant="secondary" name="use" value="not_applicable">
              Save as does not apply
            </SubmitButton>
          </>
        )}
      </fieldset>
    </form>
  );
}
