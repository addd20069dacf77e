"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import type { Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

/** The targets that wait for an approver, to be ticked and approved as they stand on this page. */
export function ApproveTargetsForm({
  action,
  hidden,
  choices,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  choices: readonly Choice[];
}) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["targets"]} />
      <HiddenFields fields={hidden} />
      <Checkboxes
        name="targets"
        legend="Which targets do you approve?"
        legendSize="m"
        small
        choices={choices}
        defaultValues={state.values.targets?.split(",")}
        error={state.fieldErrors.targets}
      />
      <SubmitButton>Approve these targets</SubmitButton>
    </form>
  );
}
