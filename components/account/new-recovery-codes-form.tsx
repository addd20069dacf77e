"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { RecoveryCodes } from "./recovery-codes";

/** A button, and in its place afterwards the new codes, this once. */
export function NewRecoveryCodesForm({ action }: { action: FormAction }) {
  const [state, send] = useActionState(action, emptyForm);
  const codes = state.values.recoveryCodes?.split(" ");
  if (codes) return <RecoveryCodes codes={codes} />;
  return (
    <form action={send}>
      <FormErrors state={state} />
      <SubmitButton variant="secondary">Make new recovery codes</SubmitButton>
    </form>
  );
}
