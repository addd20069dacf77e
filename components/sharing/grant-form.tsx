"use client";

import { useActionState } from "react";
import { DateInput } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { type Choice, Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { typedParts } from "@/components/people/date-parts";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

type Options = readonly { value: string; text: string }[];

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  button: string;
  /** What is asked; what is left out is not part of this grant, or cannot be changed any more. */
  receiver?: { label: string; options: Options };
  round?: Options;
  email?: { label: string; hint: string };
  scopes?: readonly Choice[];
  beside?: readonly Choice[];
  endsOn?: boolean;
  /** What stands, before anything is typed: names of fields as the form sends them. */
  standing?: Readonly<Record<string, string>>;
};

/** Giving somebody access, or changing what was given: to whom, how far, until when. */
export function GrantForm({ action, hidden, button, standing = {}, ...asked }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { fieldErrors: errors } = state;
  const values = wasSent(state.values) ? state.values : standing;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["receiver", "round", "email", "scope", "beside", "endsOn"]} />
      <HiddenFields fields={hidden} />
      {asked.receiver && (
        <Select
          name="receiver"
          label={asked.receiver.label}
          labelSize="m"
          placeholder="Choose one"
          options={asked.receiver.options}
          defaultValue={values.receiver}
          error={errors.receiver}
        />
      )}
      {asked.round && (
        <Select
          name="round"
          label="Which round?"
          labelSize="m"
          options={asked.round}
          defaultValue={values.round}
          error={errors.round}
        />
      )}
      {asked.email && (
        <TextInput
          name="email"
          type="email"
          label={asked.email.label}
          labelSize="m"
          hint={asked.email.hint}
          autoComplete="off"
          spellCheck={false}
          defaultValue={values.email}
          error={errors.email}
        />
      )}
      {asked.scopes && (
        <Radios
          key={`scope ${values.scope}`}
          name="scope"
          legend="What may they see?"
          legendSize="m"
          choices={asked.scopes}
          defaultValue={values.scope}
          error={errors.scope}
        />
      )}
      {asked.beside && (
        <Radios
          key={`beside ${values.beside}`}
          name="beside"
          legend="May they put your results beside their other clients’?"
          legendSize="m"
          choices={asked.beside}
          defaultValue={values.beside ?? "no"}
          error={errors.beside}
        />
      )}
      {asked.endsOn && (
        <DateInput
          name="endsOn"
          legend="Last day of access"
          legendSize="m"
          defaultValue={typedParts(values, "endsOn")}
          error={errors.endsOn}
        />
      )}
      <SubmitButton>{button}</SubmitButton>
    </form>
  );
}
