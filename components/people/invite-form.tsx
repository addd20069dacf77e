"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import type { Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { typedParts } from "./date-parts";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = { action: FormAction; hidden: Readonly<Record<string, string>>; roles: readonly Choice[] };

/** Whom to invite, as what, and for a deputy for how long. */
export function InviteForm({ action, hidden, roles }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const chosen = values.roles?.split(",") ?? [];
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["email", "roles", "startsOn", "endsOn"]} />
      <HiddenFields fields={hidden} />
      <TextInput
        name="email"
        label="Email address"
        labelSize="m"
        hint="Their own work address. The invitation is good for this address alone."
        type="email"
        autoComplete="off"
        spellCheck={false}
        defaultValue={values.email}
        error={fieldErrors.email}
      />
      <Checkboxes
        key={chosen.join()}
        name="roles"
        legend="What they come to do"
        legendSize="m"
        hint="Choose all that apply."
        choices={roles}
        defaultValues={chosen}
        error={fieldErrors.roles}
      />
      <h2 className="nhsuk-heading-m">Only for a time (optional)</h2>
      <p>For a deputy. Leave the dates empty for a role without an end.</p>
      <DateInput
        name="startsOn"
        legend="First day"
        legendSize="s"
        defaultValue={typedParts(values, "startsOn")}
        error={fieldErrors.startsOn}
      />
      <DateInput
        name="endsOn"
        legend="Last day"
        legendSize="s"
        defaultValue={typedParts(values, "endsOn")}
        error={fieldErrors.endsOn}
      />
      <SubmitButton>Invite</SubmitButton>
    </form>
  );
}
