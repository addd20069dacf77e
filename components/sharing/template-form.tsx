"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  code: string;
  levels: readonly { value: string; text: string }[];
  dimensions: readonly { id: string; title: string; capabilities: { id: string; title: string }[] }[];
  standing: Readonly<Record<string, string>>;
  reasonLimit: number;
};

/** The levels a board or region would like its trusts to reach, capability by capability. */
export function TemplateForm({ action, code, levels, dimensions, standing, reasonLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const values = wasSent(state.values) ? state.values : standing;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} />
      <input type="hidden" name="system" value={code} />
      <TextArea
        name="reason"
        label="Why these levels, and who agreed them"
        labelSize="m"
        hint="Your trusts read this. No patient data. What you write may be released under the Freedom of Information Act."
        rows={3}
        limit={reasonLimit}
        defaultValue={values.reason}
        error={state.fieldErrors.reason}
      />
      {dimensions.map(({ id, title, capabilities }) => (
        <fieldset key={id} className="nhsuk-fieldset nhsuk-u-margin-bottom-5">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{title}</legend>
          {capabilities.map((capability) => (
            <Select
              key={capability.id}
              name={capability.id}
              label={capability.title}
              placeholder="No level"
              options={levels}
              defaultValue={values[capability.id] ?? ""}
              error={state.fieldErrors[capability.id]}
            />
          ))}
        </fieldset>
      ))}
      <SubmitButton>Publish to your trusts</SubmitButton>
    </form>
  );
}
