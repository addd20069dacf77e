"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  /** What each message is drawn from, as it was drawn, and as it reads now. */
  messages: { rule: string; about: string; drawn: string; text: string }[];
  limit: number;
};

/** The key messages of one care setting, each with what was drawn from the result above its box. */
export function MessagesForm({ action, hidden, messages, limit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={messages.map(({ rule }) => rule)} />
      <HiddenFields fields={hidden} />
      {messages.map(({ rule, about, drawn, text }, index) => (
        <TextArea
          key={rule}
          name={rule}
          label={`Message ${index + 1}`}
          labelSize="s"
          hint={`${about}. Drawn from the result: “${drawn}”`}
          rows={3}
          limit={limit}
          defaultValue={values[rule] ?? text}
          error={fieldErrors[rule]}
        />
      ))}
      <SubmitButton>Save the messages</SubmitButton>
    </form>
  );
}
