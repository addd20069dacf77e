"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { TargetFacts } from "./target-facts";

/** Takes a template over: the levels are its own, and what is said of them is said once for all. */
export function TemplateTargetsForm({
  action,
  hidden,
  by,
  reason,
  reasonLimit,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** The day that the template proposes, as an ISO date. */
  by: string | null;
  reason: string;
  reasonLimit: number;
}) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["by", "owner", "reason"]} />
      <HiddenFields fields={hidden} />
      <TargetFacts state={state} first={{ by, owner: "", reason }} reasonLimit={reasonLimit} />
      <SubmitButton>Set these targets</SubmitButton>
    </form>
  );
}
