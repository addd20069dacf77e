"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = { action: FormAction; ods: string; withSystem: boolean };

/** Yes or no: what we sign off goes to our integrated care board and region. */
export function SystemChoiceForm({ action, ods, withSystem }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const chosen = state.values.share ?? (withSystem ? "yes" : "no");
  return (
    <form action={send}>
      <FormErrors state={state} />
      <input type="hidden" name="ods" value={ods} />
      <Radios
        key={chosen}
        name="share"
        legend="Share what we sign off?"
        legendSize="m"
        choices={[
          { value: "yes", label: "Yes, share each round from when it is signed off" },
          {
            value: "no",
            label: "No, share nothing",
            hint: "What they have seen so far is taken back at once",
          },
        ]}
        defaultValue={chosen}
        error={state.fieldErrors.share}
      />
      <SubmitButton>Save</SubmitButton>
    </form>
  );
}
