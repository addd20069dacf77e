"use client";

import { useActionState } from "react";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { Checkbox } from "./checkboxes";
import { Fieldset } from "./fieldset";
import { FormErrors } from "./form-errors";
import { HiddenFields } from "./hidden-fields";
import { SubmitButton } from "./submit-button";

/** One difference in words. `ticked`: chosen unless somebody unticks it. */
export type ShownChange = { id: string; part: string; told: string; ticked: boolean };
export type ChangeGroup = { id: string; title: string; changes: readonly ShownChange[] };

/** Every difference between a workbook and what stands, to choose from. */
export function ChangesForm({
  action,
  hidden,
  groups,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  groups: readonly ChangeGroup[];
}) {
  const [state, send] = useActionState(action, emptyForm);
  const typed = "seen" in state.values ? (state.values.taken ?? "").split(",") : null;
  return (
    <form action={send}>
      <FormErrors state={state} />
      <HiddenFields fields={hidden} />
      {groups.map(({ id, title, changes }) => (
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
