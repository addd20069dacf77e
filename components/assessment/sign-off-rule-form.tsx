"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

/** Whether who sends a round for review may also sign it. */
export function SignOffRuleForm({
  action,
  ods,
  allowed,
}: {
  action: FormAction;
  ods: string;
  allowed: boolean;
}) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["allowed"]} />
      <input type="hidden" name="ods" value={ods} />
      <Radios
        name="allowed"
        legend="May an approver sign a round that they sent for review themselves?"
        legendSize="m"
        choices={[
          { value: "no", label: "No, somebody else has to sign" },
          {
            value: "yes",
            label: "Yes",
            hint: "The record then says: prepared and signed by the same person",
          },
        ]}
        defaultValue={state.values.allowed ?? (allowed ? "yes" : "no")}
        error={state.fieldErrors.allowed}
      />
      <SubmitButton>Save</SubmitButton>
    </form>
  );
}
