"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import type { ButtonVariant } from "@/components/nhs/button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** The one thing to write. */
  name: string;
  label: string;
  hint?: string;
  limit: number;
  /** One line instead of several. */
  line?: boolean;
  button: string;
  /** How its button looks; as the main one of the page unless said otherwise. */
  variant?: ButtonVariant;
};

/** A form with one text to write and a button. */
export function ReasonForm({
  action,
  hidden,
  name,
  label,
  hint,
  limit,
  line = false,
  button,
  variant,
}: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const field = { name, label, hint, defaultValue: values[name], error: fieldErrors[name] };
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={[name]} />
      <HiddenFields fields={hidden} />
      {line ? (
        <TextInput {...field} labelSize="s" />
      ) : (
        <TextArea {...field} labelSize="s" rows={4} limit={limit} />
      )}
      <SubmitButton variant={variant}>{button}</SubmitButton>
    </form>
  );
}
