"use client";

import { useActionState } from "react";
import { DateInput } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TheirVersion } from "@/components/forms/their-version";
import { keptParts, typedParts } from "@/components/people/date-parts";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";
import { ownDateNames, ownDates, type YearDates } from "@/lib/report/year-dates";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  dates: YearDates;
};

const told = ownDates.map((name) => ({ name, label: ownDateNames[name] }));

/** The days of the year that a trust types itself. */
export function YearDatesForm({ action, hidden, dates }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={ownDates} />
      <TheirVersion values={values} told={told} />
      <HiddenFields fields={hidden} typed={values} />
      {ownDates.map((name) => (
        <DateInput
          key={name}
          name={name}
          legend={ownDateNames[name]}
          defaultValue={sent ? typedParts(values, name) : keptParts(dates[name])}
          error={fieldErrors[name]}
        />
      ))}
      <SubmitButton>Save dates</SubmitButton>
    </form>
  );
}
