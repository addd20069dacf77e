"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  place: { assessmentId: string; capabilityId: string; scope: string };
  limit: number;
};

/** Why the question goes back, and who may know instead. */
export function HandBackForm({ action, place, limit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} />
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        name="reason"
        label="Why, and who may know instead"
        labelSize="m"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={limit}
        defaultValue={state.values.reason}
        error={state.fieldErrors.reason}
      />
      <SubmitButton>Hand it back</SubmitButton>
    </form>
  );
}
