"use client";

import { useActionState } from "react";
import { DateInput, type DateParts } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { Radios, type Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { TextArea } from "@/components/forms/text-area";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  levels: readonly Choice[];
  /** The target that stands; `by` as an ISO date. */
  target: { level: string; by: string | null; reason: string; owner: string } | undefined;
  reasonLimit: number;
};

/** Which level, by when and why. The only part of the results that needs a form of its own. */
export function TargetForm({ action, hidden, levels, target, reasonLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = Object.keys(values).length > 0;
  const by: DateParts = sent
    ? { day: values["by-day"], month: values["by-month"], year: values["by-year"] }
    : partsOf(target?.by ?? null);
  const level = sent ? values.level : target?.level;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["level", "by", "owner", "reason"]} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios
        key={level}
        name="level"
        legend="Which level do you want to reach?"
        legendSize="m"
        choices={levels}
        defaultValue={level}
        error={fieldErrors.level}
      />
      <DateInput
        name="by"
        legend="By when? (optional)"
        legendSize="m"
        defaultValue={by}
        error={fieldErrors.by}
      />
      <TextInput
        name="owner"
        label="Who answers for it? (optional)"
        labelSize="m"
        hint="A job title, not a name. For example, Chief information officer"
        defaultValue={sent ? values.owner : target?.owner}
        error={fieldErrors.owner}
      />
      <TextArea
        name="reason"
        label="Why this level, and who agreed it"
        labelSize="m"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={reasonLimit}
        defaultValue={sent ? values.reason : target?.reason}
        error={fieldErrors.reason}
      />
      <SubmitButton>Save target</SubmitButton>
    </form>
  );
}

function partsOf(by: string | null): DateParts {
  const [year, month, day] =
    by
      ?.slice(0, 10)
      .split("-")
      .map((part) => part.replace(/^0+/, "")) ?? [];
  return { day, month, year };
}
