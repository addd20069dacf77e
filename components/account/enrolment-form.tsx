"use client";

import { type ReactNode, useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/nhs/button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { CodeInput } from "./code-input";
import { RecoveryCodes } from "./recovery-codes";

/**
 * Sets up a second factor: how to (the `children`, null once it is done), then a code that shows it arrived. Its
 * answer holds the recovery codes, which exist in that answer alone, and so stands in place of the form.
 */
export function EnrolmentForm({
  action,
  goOn,
  children,
}: {
  action: FormAction;
  /** Where the person goes on to. */
  goOn: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, emptyForm);
  const codes = state.values.recoveryCodes?.split(" ") ?? [];
  if (codes.length > 0) {
    return (
      <>
        <p role="status">Your second factor is set up.</p>
        <RecoveryCodes codes={codes} />
        <ButtonLink href={goOn}>I have kept them, continue</ButtonLink>
      </>
    );
  }
  if (!children) {
    return (
      <>
        <p>Your second factor is set up.</p>
        <ButtonLink href={goOn}>Continue</ButtonLink>
      </>
    );
  }
  return (
    <form action={send} noValidate>
      <FormErrors state={state} />
      {children}
      <CodeInput label="Code from the app" hint="The 6 figures it shows now" error={state.fieldErrors.code} />
      <SubmitButton>Continue</SubmitButton>
    </form>
  );
}
