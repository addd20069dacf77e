"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { CodeInput } from "./code-input";

/** The second step of signing in. */
export function CodeForm({ action, returnTo }: { action: FormAction; returnTo: string }) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <CodeInput
        label="Code"
        hint="The 6 figures your authenticator app shows now, or one of your recovery codes"
        error={state.fieldErrors.code}
      />
      <SubmitButton>Continue</SubmitButton>
    </form>
  );
}
