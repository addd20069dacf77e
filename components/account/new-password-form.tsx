"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { NewPassword } from "@/components/forms/new-password";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  /** Ask for the password that is to be changed as well. */
  askForCurrent?: boolean;
};

/** Chooses a password: a first one, a new one by a link, or another in place of one that is known. */
export function NewPasswordForm({ action, hidden = {}, submit, askForCurrent = false }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["passwordNow", "password"]} />
      <HiddenFields fields={hidden} />
      {askForCurrent && (
        <TextInput
          name="passwordNow"
          type="password"
          label="Your password now"
          labelSize="s"
          autoComplete="current-password"
          width={30}
          error={fieldErrors.passwordNow}
        />
      )}
      <NewPassword label={askForCurrent ? "New password" : undefined} error={fieldErrors.password} />
      <SubmitButton>{submit}</SubmitButton>
    </form>
  );
}
