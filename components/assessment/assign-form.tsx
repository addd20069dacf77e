"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput } from "@/components/forms/date-input";
import { dayParts } from "@/components/forms/day-parts";
import { FormErrors } from "@/components/forms/form-errors";
import type { Choice } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { Details } from "@/components/nhs/details";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";

/** The questions of one dimension, to be ticked. */
export type QuestionGroup = { id: string; heading: string; choices: readonly Choice[] };

type Props = {
  action: FormAction;
  assessmentId: string;
  people: readonly { value: string; text: string }[];
  groups: readonly QuestionGroup[];
  /** Questions that are ticked at first. */
  ticked: readonly string[];
  /** By when it was wanted before, as "2027-03-31", where one question is assigned again. */
  due: string | null;
  noteLimit: number;
};

/** Which questions, to whom, by when. Dimensions with a tick are open; the others are folded away. */
export function AssignForm({ action, assessmentId, people, groups, ticked, due, noteLimit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const questions = sent ? (values.questions ?? "").split(",") : ticked;
  const dimensions = (values.dimensions ?? "").split(",");
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["questions", "person", "due", "note"]} />
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <div id="questions" tabIndex={-1} key={`${values.questions} ${values.dimensions}`}>
        <h2 className="nhsuk-heading-m">Which questions?</h2>
        {fieldErrors.questions && (
          <p className="nhsuk-error-message">
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {fieldErrors.questions}
          </p>
        )}
        {groups.map(({ id, heading, choices }) => {
          const chosen = choices.filter(({ value }) => questions.includes(value)).map(({ value }) => value);
          return (
            <Details key={id} expander summary={heading} open={chosen.length > 0 || dimensions.includes(id)}>
              <Checkboxes
                name="dimensions"
                id={`all-${id}`}
                legend="All at once"
                small
                choices={[{ value: id, label: "Every question here" }]}
                defaultValues={dimensions}
              />
              <Checkboxes
                name="questions"
                id={`of-${id}`}
                legend="Or one by one"
                small
                choices={choices}
                defaultValues={chosen}
              />
            </Details>
          );
        })}
      </div>
      <Select
        name="person"
        label="Who is to answer?"
        labelSize="m"
        placeholder="Choose a person"
        options={people}
        defaultValue={values.person}
        error={fieldErrors.person}
      />
      <DateInput
        name="due"
        legend="By when? (optional)"
        legendSize="m"
        defaultValue={dayParts("due", sent ? values : null, due)}
        error={fieldErrors.due}
      />
      <TextArea
        name="note"
        label="Note to them (optional)"
        labelSize="m"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={3}
        limit={noteLimit}
        defaultValue={values.note}
        error={fieldErrors.note}
      />
      <SubmitButton>Assign</SubmitButton>
    </form>
  );
}
