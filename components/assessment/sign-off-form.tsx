"use client";

import { useActionState } from "react";
import { DateInput } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = { action: FormAction; assessmentId: string; ods: string };

/** In which capacity somebody signs, and for a committee which, when and where that is minuted. */
export function SignOffForm({ action, assessmentId, ods }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["capacity", "committee", "on", "minuteReference"]} />
      <input type="hidden" name="id" value={assessmentId} />
      <input type="hidden" name="ods" value={ods} />
      <Radios
        key={values.capacity}
        name="capacity"
        legend="In which capacity do you sign?"
        legendSize="m"
        choices={[
          { value: "person", label: "As the accountable approver, in person" },
          { value: "committee", label: "On behalf of a committee", hint: "Fill in the three boxes below" },
        ]}
        defaultValue={values.capacity}
        error={fieldErrors.capacity}
      />
      <TextInput
        name="committee"
        label="Name of the committee"
        hint="Only if you sign on its behalf"
        defaultValue={values.committee}
        error={fieldErrors.committee}
      />
      <DateInput
        name="on"
        legend="When did the committee decide?"
        hint="Only if you sign on its behalf. For example, 31 3 2027"
        defaultValue={{ day: values["on-day"], month: values["on-month"], year: values["on-year"] }}
        error={fieldErrors.on}
      />
      <TextInput
        name="minuteReference"
        label="Where is the decision minuted?"
        hint="Only if you sign on its behalf. For example, item 7 of 12/26"
        width={20}
        defaultValue={values.minuteReference}
        error={fieldErrors.minuteReference}
      />
      <SubmitButton>Sign off</SubmitButton>
    </form>
  );
}
