"use client";

import { type ReactNode, useActionState } from "react";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { FormErrors } from "./form-errors";

/** A form with nothing to fill in: hidden values and a button. What goes wrong is said above it. */
export function ActionForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <>
      <FormErrors state={state} />
      <form action={send}>{children}</form>
    </>
  );
}
