"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { FormErrors } from "@/components/forms/form-errors";
import { type Choice, Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { tokenLives, tokenScopes, tokenScopeWords } from "@/lib/access/token-scope";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { NewToken } from "./new-token";

type Props = { action: FormAction; nameLimit: number; organisations: readonly Choice[] };

const lifeWords: Readonly<Record<(typeof tokenLives)[number], string>> = {
  30: "30 days",
  90: "90 days",
  180: "180 days",
  365: "One year",
};

/** What a token is for, what it may do, where and for how long; and in its place afterwards the token, this once. */
export function NewTokenForm({ action, nameLimit, organisations }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const { token, name = "", until = "" } = values;
  if (token) return <NewToken token={token} name={name} until={until} />;
  const scopes = values.scopes?.split(",") ?? [];
  const chosen = values.organisations?.split(",") ?? [];
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["name", "scopes", "organisations", "days"]} />
      <TextInput
        name="name"
        label="Name"
        labelSize="m"
        hint={`What it is for, such as “Data warehouse”, in at most ${nameLimit} characters. The digital leads of the organisations it reaches see this name.`}
        autoComplete="off"
        defaultValue={values.name}
        error={fieldErrors.name}
      />
      <Checkboxes
        key={`may ${scopes.join()}`}
        name="scopes"
        legend="What may it do?"
        legendSize="m"
        hint="Choose as little as will do."
        choices={tokenScopes.map((scope) => ({
          value: scope,
          label: tokenScopeWords[scope].name,
          hint: tokenScopeWords[scope].hint,
        }))}
        defaultValues={scopes}
        error={fieldErrors.scopes}
      />
      <Checkboxes
        key={`where ${chosen.join()}`}
        name="organisations"
        legend="Where?"
        legendSize="m"
        hint="If you lose a role you have there now, the token stops reaching it."
        choices={organisations}
        defaultValues={chosen}
        error={fieldErrors.organisations}
      />
      <Radios
        key={`until ${values.days}`}
        name="days"
        legend="For how long?"
        legendSize="m"
        choices={tokenLives.map((days) => ({ value: String(days), label: lifeWords[days] }))}
        defaultValue={values.days}
        error={fieldErrors.days}
      />
      <SubmitButton>Make the token</SubmitButton>
    </form>
  );
}
