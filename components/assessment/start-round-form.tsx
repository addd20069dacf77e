"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { FormErrors } from "@/components/forms/form-errors";
import type { Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  ods: string;
  /** The round that is suggested: the NHS year we are in. */
  round: string;
  careSettings: readonly Choice[];
};

/** Starting a round: which year, and which care settings it covers. */
export function StartRoundForm({ action, ods, round, careSettings }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const chosen = state.values.careSettings?.split(",") ?? careSettings.map(({ value }) => value);
  return (
    <form action={send}>
      <FormErrors state={state} order={["round", "careSettings"]} />
      <h2 className="nhsuk-heading-m">Start an assessment</h2>
      <p>Answers from the last signed-off round come along, to be confirmed one by one.</p>
      <input type="hidden" name="ods" value={ods} />
      <TextInput
        name="round"
        label="Round"
        hint="The NHS year it covers, for example 2026/27"
        width={10}
        defaultValue={state.values.round ?? round}
        {...errorOf(state.fieldErrors.round)}
      />
      <Checkboxes
        key={chosen.join()}
        name="careSettings"
        legend="Care settings"
        legendSize="s"
        choices={careSettings}
        defaultValues={chosen}
        {...errorOf(state.fieldErrors.careSettings)}
      />
      <SubmitButton>Start the assessment</SubmitButton>
    </form>
  );
}

function errorOf(error: string | undefined): { error?: string } {
  return error ? { error } : {};
}
