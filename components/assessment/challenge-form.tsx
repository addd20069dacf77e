"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { type Choice, Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  levels: readonly Choice[];
  limit: number;
};

/** Another level for an answer, and why. */
export function ChallengeForm({ action, hidden, levels, limit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["level", "reason"]} />
      <HiddenFields fields={hidden} />
      <Radios
        key={values.level}
        name="level"
        legend="Which level would you give?"
        legendSize="s"
        choices={levels}
        defaultValue={values.level}
        error={fieldErrors.level}
      />
      <TextArea
        name="reason"
        label="Why?"
        labelSize="s"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={limit}
        defaultValue={values.reason}
        error={fieldErrors.reason}
      />
      <SubmitButton>Challenge this answer</SubmitButton>
    </form>
  );
}
