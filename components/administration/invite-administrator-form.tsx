"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

/** Whom to invite to run the installation. */
export function InviteAdministratorForm({ action }: { action: FormAction }) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["email"]} />
      <TextInput
        name="email"
        label="Email address"
        labelSize="s"
        hint="Their own work address. The invitation is good for this address alone."
        type="email"
        autoComplete="off"
        spellCheck={false}
        defaultValue={state.values.email}
        error={state.fieldErrors.email}
      />
      <SubmitButton>Invite</SubmitButton>
    </form>
  );
}
