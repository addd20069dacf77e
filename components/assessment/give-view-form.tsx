"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { type Choice, Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Details } from "@/components/nhs/details";
import { CRITERION_FIELD } from "@/lib/assessment/answer-form";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";
import type { Rung } from "./criteria-ladder";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  levels: readonly Choice[];
  rungs: readonly Rung[];
  /** Why the question may not apply; empty where it always does. */
  reasons: readonly { value: string; text: string }[];
  /** What the person said before, by field. */
  before: Readonly<Record<string, string>>;
  noteLimit: number;
};

const states = [
  { value: "met", label: "Met" },
  { value: "not_met", label: "Not met" },
  { value: "not_known", label: "Not known" },
];

const sureness = [
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
];

/** What a colleague thinks themself: a level, criterion by criterion, or that it does not apply. Works as a plain form. */
export function GiveViewForm({ action, hidden, levels, rungs, reasons, before, noteLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const sent = wasSent(state.values);
  const values = sent ? state.values : before;
  const { fieldErrors } = state;
  return (
    <form action={send} noValidate autoComplete="off">
      <FormErrors state={state} order={["level", "note", "reason"]} />
      <HiddenFields fields={hidden} />
      <Radios
        key={`level ${values.level}`}
        name="level"
        legend="Pick the level that is fully met, as you see it"
        legendSize="m"
        hint="The highest level where every statement further down is true today, at that level and at every level below it."
        small
        choices={levels}
        defaultValue={values.level}
        error={fieldErrors.level}
      />
      <TextArea
        name="note"
        label="Why you see it like this (optional)"
        labelSize="s"
        hint="Do not enter anything about a patient. What you write may be released under the Freedom of Information Act."
        rows={4}
        limit={noteLimit}
        defaultValue={values.note}
        error={fieldErrors.note}
      />
      <Radios
        key={`confidence ${values.confidence}`}
        name="confidence"
        legend="How sure are you? (optional)"
        legendSize="s"
        inline
        small
        choices={sureness}
        defaultValue={values.confidence}
      />
      <SubmitButton name="use" value="level">
        Give this level
      </SubmitButton>
      <h2 className="nhsuk-heading-m">Or go criterion by criterion</h2>
      {rungs.map((rung) => (
        <Details
          key={rung.level}
          expander
          summary={`Level ${rung.level}: ${rung.name}`}
          open={rung.criteria.some(({ id }) => values[CRITERION_FIELD + id])}
        >
          {rung.criteria.map(({ id, text }) => (
            <Radios
              key={`${id} ${values[CRITERION_FIELD + id]}`}
              name={CRITERION_FIELD + id}
              id={id}
              legend={text}
              inline
              small
              choices={states}
              defaultValue={values[CRITERION_FIELD + id]}
            />
          ))}
        </Details>
      ))}
      <SubmitButton variant="secondary" name="use" value="criteria">
        Give these criteria
      </SubmitButton>
      {reasons.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Or say that it does not apply</h2>
          <Select
            key={`reason ${values.reason}`}
            name="reason"
            label="Why it does not apply"
            placeholder="Choose a reason"
            options={reasons}
            defaultValue={values.reason}
            error={fieldErrors.reason}
          />
          <SubmitButton variant="secondary" name="use" value="not_applicable">
            It does not apply
          </SubmitButton>
        </>
      )}
    </form>
  );
}
