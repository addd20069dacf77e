"use client";

import { useActionState } from "react";
import { DateInput } from "@/components/forms/date-input";
import { dayParts } from "@/components/forms/day-parts";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { type Choice, Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { type EvidenceItem, verifierNames, verifiers } from "@/lib/assessment/evidence";
import { isoDate } from "@/lib/report/dates";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  evidence?: EvidenceItem;
};

const grades: readonly Choice[] = [
  { value: "none", label: "Not graded" },
  { value: "stated", label: "Stated", hint: "Somebody said so" },
  { value: "documented", label: "Documented", hint: "A document or a record shows it" },
  { value: "verified", label: "Verified", hint: "Somebody checked it. Say who below" },
];

const order = ["title", "url", "reference", "owner", "effective", "review", "grade", "verifiedBy"];

/** A piece of evidence: where it is, who looks after it, how long it can be relied on, how well it shows an answer. */
export function EvidenceForm({ action, hidden, evidence }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const text = (name: "title" | "url" | "reference" | "owner") =>
    sent ? values[name] : (evidence?.[name] ?? undefined);
  const day = (name: "effective" | "review", kept: Date | null | undefined) =>
    dayParts(name, sent ? values : null, kept && isoDate(kept));
  const grade = sent ? values.grade : evidence?.grade;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <HiddenFields fields={hidden} />
      <TextInput
        name="title"
        label="Title"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        defaultValue={text("title")}
        error={fieldErrors.title}
      />
      <TextInput
        name="url"
        label="Web address (optional)"
        hint="It starts with https:// or http://"
        inputMode="url"
        spellCheck={false}
        defaultValue={text("url")}
        error={fieldErrors.url}
      />
      <TextInput
        name="reference"
        label="Or where the document is"
        hint="For example, Board paper 26/41, on the shared drive"
        defaultValue={text("reference")}
        error={fieldErrors.reference}
      />
      <TextInput
        name="owner"
        label="Who looks after it (optional)"
        width={30}
        defaultValue={text("owner")}
        error={fieldErrors.owner}
      />
      <DateInput
        name="effective"
        legend="Since when does it hold? (optional)"
        defaultValue={day("effective", evidence?.effectiveOn)}
        error={fieldErrors.effective}
      />
      <DateInput
        name="review"
        legend="Until when can it be relied on? (optional)"
        hint="The day after, its answers have to be confirmed again. For example, 31 3 2027"
        defaultValue={day("review", evidence?.reviewOn)}
        error={fieldErrors.review}
      />
      <Radios
        key={grade}
        name="grade"
        legend="How well does it show the answer?"
        legendSize="s"
        choices={grades}
        defaultValue={grade}
        error={fieldErrors.grade}
      />
      <Select
        name="verifiedBy"
        label="If verified: by whom?"
        placeholder="Not verified"
        options={verifiers.map((value) => ({ value, text: verifierNames[value] }))}
        defaultValue={sent ? values.verifiedBy : (evidence?.verifiedBy ?? undefined)}
        error={fieldErrors.verifiedBy}
      />
      <SubmitButton>Save evidence</SubmitButton>
    </form>
  );
}
