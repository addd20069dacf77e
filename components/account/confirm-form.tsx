"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { CodeInput } from "./code-input";

/** Proves once more who is signed in: by a password or a code, whichever is at hand. */
export function ConfirmForm({ action, returnTo }: { action: FormAction; returnTo: string }) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["password", "code"]} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <TextInput
        name="password"
        type="password"
        label="Password"
        labelSize="s"
        autoComplete="current-password"
        width={30}
        error={state.fieldErrors.password}
      />
      <CodeInput
        label="Or a code"
        hint="From your authenticator app, if you would rather not type your password"
        error={state.fieldErrors.code}
      />
      <SubmitButton>Continue</SubmitButton>
    </form>
  );
}
