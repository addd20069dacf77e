"use client";

import { useActionState } from "react";
import { DateInput, type DateParts } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

/** The fields by their names, as text. */
export type GapFormValues = Readonly<Record<string, string>>;

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  /** What stands, before anything is sent. */
  first: GapFormValues;
  /** What the framework says. */
  importance: number;
  effort: number;
  unblockers: readonly { value: string; text: string }[];
  reasonLimit: number;
};

const NOTE = "No patient data. What you write may be released under the Freedom of Information Act.";
const order = [
  "standing",
  "standingReason",
  "importance",
  "effort",
  "adjustedReason",
  "system",
  "supplier",
  "ends",
];

const told = [
  { name: "standing", label: "Does it matter now?" },
  { name: "standingReason", label: "Why" },
  { name: "importance", label: "Importance" },
  { name: "effort", label: "Effort, in points" },
  { name: "adjustedReason", label: "Why it is another here" },
  { name: "system", label: "System" },
  { name: "supplier", label: "Supplier" },
  { name: "ends", label: "End of the contract" },
  { name: "unblockedBy", label: "Who can unblock it" },
];

/** Whether a gap matters now and why, what the trust knows better than the defaults, and what stands behind it. */
export function GapViewForm({ action, hidden, first, importance, effort, unblockers, reasonLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { fieldErrors } = state;
  const values = wasSent(state.values) ? state.values : first;
  const ends: DateParts = {
    day: values["ends-day"],
    month: values["ends-month"],
    year: values["ends-year"],
  };
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <TheirVersion values={state.values} told={told} />
      <HiddenFields fields={hidden} typed={state.values} />
      <Radios
        key={values.standing}
        name="standing"
        legend="Does it matter now?"
        legendSize="m"
        choices={[
          { value: "now", label: "Yes, now" },
          { value: "later", label: "No, it waits", hint: "Say why below" },
          { value: "", label: "Nobody has said yet" },
        ]}
        defaultValue={values.standing ?? ""}
        error={fieldErrors.standing}
      />
      <TextArea
        name="standingReason"
        label="Why now, or why it waits"
        hint={NOTE}
        rows={3}
        limit={reasonLimit}
        defaultValue={values.standingReason}
        error={fieldErrors.standingReason}
      />
      <h2 className="nhsuk-heading-m">What you know better</h2>
      <p>What you say here moves the gap in your own lists. It never changes the questions or a score.</p>
      <Select
        name="importance"
        label="Importance here"
        placeholder={`As the framework says: ${importance}`}
        options={["1", "2", "3"].map((value) => ({ value, text: value }))}
        defaultValue={values.importance}
        error={fieldErrors.importance}
      />
      <TextInput
        name="effort"
        label="Effort here, in points"
        hint={`Empty means as the framework says: ${effort}`}
        width={3}
        inputMode="numeric"
        defaultValue={values.effort}
        error={fieldErrors.effort}
      />
      <TextArea
        name="adjustedReason"
        label="Why it is another here"
        hint={NOTE}
        rows={3}
        limit={reasonLimit}
        defaultValue={values.adjustedReason}
        error={fieldErrors.adjustedReason}
      />
      <h2 className="nhsuk-heading-m">What stands behind it (optional)</h2>
      <TextInput name="system" label="System" defaultValue={values.system} error={fieldErrors.system} />
      <TextInput
        name="supplier"
        label="Supplier"
        defaultValue={values.supplier}
        error={fieldErrors.supplier}
      />
      <DateInput
        name="ends"
        legend="When does the contract end?"
        defaultValue={ends}
        error={fieldErrors.ends}
      />
      <Select
        name="unblockedBy"
        label="Who can unblock it?"
        placeholder="Not said"
        options={unblockers}
        defaultValue={values.unblockedBy}
        error={fieldErrors.unblockedBy}
      />
      <SubmitButton>Save</SubmitButton>
    </form>
  );
}
