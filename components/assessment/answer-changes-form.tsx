"use client";

import { useActionState } from "react";
import { Checkbox } from "@/components/forms/checkboxes";
import { Fieldset } from "@/components/forms/fieldset";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

/** One difference in words. `ticked`: chosen unless somebody unticks it. */
export type ShownChange = { id: string; part: string; told: string; ticked: boolean };
export type ChangedQuestion = { id: string; title: string; changes: readonly ShownChange[] };

/** Every difference between a workbook and what stands, to choose from. */
export function AnswerChangesForm({
  action,
  hidden,
  questions,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  questions: readonly ChangedQuestion[];
}) {
  const [state, send] = useActionState(action, emptyForm);
  const typed = "seen" in state.values ? (state.values.taken ?? "").split(",") : null;
  return (
    <form action={send}>
      <FormErrors state={state} />
      <HiddenFields fields={hidden} />
      {questions.map(({ id, title, changes }) => (
        <Fieldset key={id} id={`changes-${id.replace(/\W/g, "-")}`} legend={title} legendSize="s">
          <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
            {changes.map((change) => (
              <Checkbox
                key={change.id}
                id={`take-${change.id.replace(/\W/g, "-")}`}
                name="taken"
                value={change.id}
                label={change.part}
                hint={change.told}
                checked={typed ? typed.includes(change.id) : change.ticked}
              />
            ))}
          </div>
        </Fieldset>
      ))}
      <SubmitButton>Save what is ticked</SubmitButton>
    </form>
  );
}
