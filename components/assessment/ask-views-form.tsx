"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import type { Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  people: readonly Choice[];
  noteLimit: number;
};

/** Whom to ask for their own view, by when. */
export function AskViewsForm({ action, hidden, people, noteLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["people", "due", "note"]} />
      <HiddenFields fields={hidden} />
      <Checkboxes
        key={values.people}
        name="people"
        legend="Who is asked?"
        legendSize="s"
        small
        choices={people}
        defaultValues={(values.people ?? "").split(",")}
        error={fieldErrors.people}
      />
      <DateInput
        name="due"
        legend="By when? (optional)"
        legendSize="s"
        defaultValue={{ day: values["due-day"], month: values["due-month"], year: values["due-year"] }}
        error={fieldErrors.due}
      />
      <TextArea
        name="note"
        label="Note to them (optional)"
        labelSize="s"
        hint="They see this before they answer, so leave your own opinion out. No patient data. What you write may be released under the Freedom of Information Act."
        rows={3}
        limit={noteLimit}
        defaultValue={values.note}
        error={fieldErrors.note}
      />
      <SubmitButton>Ask them</SubmitButton>
    </form>
  );
}
