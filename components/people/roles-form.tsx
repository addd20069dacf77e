"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput, type DateParts } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import type { Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { typedParts } from "./date-parts";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  choices: readonly Choice[];
  /** Roles without an end, and those a deputy holds for the days below. */
  roles: readonly string[];
  deputyRoles: readonly string[];
  startsOn: DateParts;
  endsOn: DateParts;
};

/** What somebody is in the organisation: without an end, and as a deputy for some days. */
export function RolesForm({ action, hidden, choices, ...standing }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const listed = (name: string) => values[name]?.split(",") ?? [];
  const roles = sent ? listed("roles") : standing.roles;
  const deputyRoles = sent ? listed("deputyRoles") : standing.deputyRoles;
  const plain = choices.map(({ value, label }) => ({ value, label }));
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["roles", "deputyRoles", "startsOn", "endsOn"]} />
      <HiddenFields fields={hidden} />
      <Checkboxes
        key={`roles ${roles.join()}`}
        name="roles"
        legend="Roles"
        legendSize="m"
        choices={choices}
        defaultValues={roles}
        error={fieldErrors.roles}
      />
      <Checkboxes
        key={`deputy ${deputyRoles.join()}`}
        name="deputyRoles"
        legend="As deputy, for a time"
        legendSize="m"
        hint="These roles open on the first day and end after the last."
        choices={plain}
        defaultValues={deputyRoles}
        small
        error={fieldErrors.deputyRoles}
      />
      <DateInput
        name="startsOn"
        legend="First day as deputy (optional)"
        legendSize="s"
        defaultValue={sent ? typedParts(values, "startsOn") : standing.startsOn}
        error={fieldErrors.startsOn}
      />
      <DateInput
        name="endsOn"
        legend="Last day as deputy"
        legendSize="s"
        defaultValue={sent ? typedParts(values, "endsOn") : standing.endsOn}
        error={fieldErrors.endsOn}
      />
      <SubmitButton>Save roles</SubmitButton>
    </form>
  );
}
