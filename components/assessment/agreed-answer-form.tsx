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
  hidden: Readonly<Record<string, string | number>>;
  levels: readonly Choice[];
  /** What happens to criteria that were decided one by one; null where none were. */
  caution: string | null;
  limit: number;
};

/** What was agreed once several people gave their view, and why. */
export function AgreedAnswerForm({ action, hidden, levels, caution, limit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["level", "reason"]} />
      <HiddenFields fields={hidden} />
      <Radios
        key={values.level}
        name="level"
        legend="What did you agree?"
        legendSize="s"
        small
        {...(caution && { hint: caution })}
        choices={levels}
        defaultValue={values.level}
        error={fieldErrors.level}
      />
      <TextArea
        name="reason"
        label="Why is this the answer?"
        labelSize="s"
        hint="It becomes the note of the answer; the note before it stays in the history. No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={limit}
        defaultValue={values.reason}
        error={fieldErrors.reason}
      />
      <SubmitButton>Record the agreed answer</SubmitButton>
    </form>
  );
}
