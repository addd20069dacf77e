"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Radios, type Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";
import { TargetFacts } from "./target-facts";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  levels: readonly Choice[];
  /** The target that stands; `by` as an ISO date. */
  target: { level: string; by: string | null; reason: string; owner: string } | undefined;
  reasonLimit: number;
};

const told = [
  { name: "level", label: "Level" },
  { name: "by", label: "By when" },
  { name: "owner", label: "Who answers for it" },
  { name: "reason", label: "Why" },
];

/** Which level, by when and why. The only part of the results that needs a form of its own. */
export function TargetForm({ action, hidden, levels, target, reasonLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const level = sent ? values.level : target?.level;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["level", "by", "owner", "reason"]} />
      <TheirVersion values={values} told={told} />
      <HiddenFields fields={hidden} typed={values} />
      <Radios
        key={level}
        name="level"
        legend="Which level do you want to reach?"
        legendSize="m"
        choices={levels}
        defaultValue={level}
        error={fieldErrors.level}
      />
      <TargetFacts
        state={state}
        first={{ by: target?.by ?? null, owner: target?.owner ?? "", reason: target?.reason ?? "" }}
        reasonLimit={reasonLimit}
      />
      <SubmitButton>Save target</SubmitButton>
    </form>
  );
}
