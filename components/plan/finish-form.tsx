"use client";

import { useActionState } from "react";
import { DateInput } from "@/components/forms/date-input";
import { dayParts } from "@/components/forms/day-parts";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";
import { CriteriaTicks, type TickGroup } from "./criteria-ticks";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  /** What it was to meet and is not confirmed yet. */
  groups: readonly TickGroup[];
  /** The day suggested, written 2027-03-31; null where it is finished already and more is confirmed. */
  today: string | null;
};

/** When an action was done, and which statements are true now. Nothing is ticked beforehand. */
export function FinishForm({ action, hidden, groups, today }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["finished", "criteria"]} />
      <TheirVersion
        values={values}
        told={[
          { name: "title", label: "What will be done" },
          { name: "status", label: "Where it stands" },
          { name: "criteria", label: "Statements it meets" },
          { name: "dates", label: "Dates" },
        ]}
      />
      <HiddenFields fields={hidden} typed={values} />
      {today !== null && (
        <DateInput
          name="finished"
          legend="When was it done?"
          legendSize="m"
          defaultValue={dayParts("finished", sent ? values : null, today)}
          error={fieldErrors.finished}
        />
      )}
      {groups.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">What is true now?</h2>
          <CriteriaTicks
            groups={groups}
            ticked={sent ? (values.criteria ?? "").split(",") : []}
            hint="Tick only what is true today. Leave the others: they stay as they are answered"
            error={fieldErrors.criteria}
          />
        </>
      )}
      <SubmitButton>{today === null ? "Confirm what is ticked" : "Finish this action"}</SubmitButton>
    </form>
  );
}
