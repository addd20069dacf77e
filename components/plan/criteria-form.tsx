"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";
import { CriteriaTicks, type TickGroup } from "./criteria-ticks";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  groups: readonly TickGroup[];
};

/** Which statements an action will meet. */
export function CriteriaForm({ action, hidden, groups }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  if (groups.length === 0) return <p>No question is chosen yet.</p>;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} />
      <TheirVersion
        values={values}
        told={[
          { name: "title", label: "What will be done" },
          { name: "criteria", label: "Statements it meets" },
          { name: "dates", label: "Dates" },
        ]}
      />
      <HiddenFields fields={hidden} typed={values} />
      <CriteriaTicks
        groups={groups}
        ticked={sent ? (values.criteria ?? "").split(",") : null}
        error={fieldErrors.criteria}
      />
      <SubmitButton>Save what it will meet</SubmitButton>
    </form>
  );
}
