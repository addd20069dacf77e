"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = { action: FormAction; hidden: Readonly<Record<string, string>> };

/** Whom to invite to run the installation. */
export function InviteAdministratorForm({ action, hidden }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["email"]} />
      <HiddenFields fields={hidden} />
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
