"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction } from "@/lib/http/form-state";
import { TEXT_LIMIT } from "@/lib/plan/action";

type Props = { action: FormAction; hidden: Readonly<Record<string, string | number>> };

/** Why an action is given up. */
export function EndActionForm({ action, hidden }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["reason"]} />
      <TheirVersion
        values={values}
        told={[
          { name: "title", label: "What will be done" },
          { name: "status", label: "Where it stands" },
          { name: "dates", label: "Dates" },
        ]}
      />
      <HiddenFields fields={hidden} typed={values} />
      <TextArea
        name="reason"
        label="Why is it ended?"
        labelSize="m"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={TEXT_LIMIT}
        defaultValue={values.reason}
        error={fieldErrors.reason}
      />
      <SubmitButton variant="warning">End this action</SubmitButton>
    </form>
  );
}
