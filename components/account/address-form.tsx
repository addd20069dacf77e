"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

/** Asks for an e-mail address. */
export function AddressForm({
  action,
  label,
  submit,
}: {
  action: FormAction;
  label: string;
  submit: string;
}) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} />
      <TextInput
        name="email"
        type="email"
        label={label}
        labelSize="s"
        autoComplete="email"
        spellCheck={false}
        width={30}
        defaultValue={state.values.email}
        error={state.fieldErrors.email}
      />
      <SubmitButton>{submit}</SubmitButton>
    </form>
  );
}
