"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  people: readonly { personId: string; name: string }[];
  limit: number;
  /** Whether e-mail goes out here. */
  sendsMail: boolean;
};

/** A comment on an answer, and whom it should reach. */
export function CommentForm({ action, hidden, people, limit, sendsMail }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["text", "mentions"]} />
      <HiddenFields fields={hidden} />
      <TextArea
        name="text"
        label="Your comment"
        labelSize="s"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={limit}
        defaultValue={values.text}
        error={fieldErrors.text}
      />
      {people.length > 0 && (
        <Checkboxes
          key={values.mentions}
          name="mentions"
          legend="Bring it to the notice of (optional)"
          legendSize="s"
          hint={`Only colleagues who may see this answer are listed. ${
            sendsMail ? "They get an e-mail." : "No e-mail is set up here, so tell them yourself."
          }`}
          small
          choices={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          defaultValues={values.mentions?.split(",") ?? []}
          error={fieldErrors.mentions}
        />
      )}
      <SubmitButton>Add comment</SubmitButton>
    </form>
  );
}
