"use client";

import { useActionState } from "react";
import { Checkbox } from "@/components/forms/checkboxes";
import { DateInput } from "@/components/forms/date-input";
import { dayParts } from "@/components/forms/day-parts";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { type Choice, Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { TheirVersion } from "@/components/forms/their-version";
import { emptyForm, type FormAction, shownIn, wasSent } from "@/lib/http/form-state";
import { type ActionContent, phaseName, phases, TEXT_LIMIT, TITLE_LIMIT } from "@/lib/plan/action";
import { CriteriaTicks, type TickGroup } from "./criteria-ticks";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  /** What stands; for a new action only what is known before. */
  kept: Partial<ActionContent>;
  people: readonly { value: string; text: string }[];
  /** The criteria a new action begins with. */
  groups?: readonly TickGroup[];
  /** False once it is finished or ended. */
  open?: boolean;
};

const scale = ["1", "2", "3", "4", "5"];
const likelihoods = ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"];
const impacts = ["Negligible", "Minor", "Moderate", "Major", "Severe"];

const order = [
  ...["title", "description", "ownerTitle", "ownerId", "phase", "status", "starts", "due", "criteria"],
  ...["risk", "likelihood", "impact", "optimism"],
];

const told = [
  { name: "title", label: "What will be done" },
  { name: "description", label: "More about it" },
  { name: "ownerTitle", label: "Who answers for it" },
  { name: "phase", label: "Phase" },
  { name: "status", label: "Where it stands" },
  { name: "dates", label: "Dates" },
  { name: "risk", label: "Risk" },
  { name: "optimism", label: "Optimism adjustment" },
];

const statuses: readonly Choice[] = [
  { value: "draft", label: "Draft" },
  { value: "not_started", label: "Not started" },
  { value: "in_progress", label: "Under way" },
];

/** What an action is, whose, when, and what could go wrong. */
export function PlannedActionForm({ action, hidden, kept, people, groups, open = true }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const value = shownIn(state);
  const phase = value("phase", kept.phase);
  const status = value("status", kept.status ?? "draft");
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <TheirVersion values={values} told={told} />
      <HiddenFields fields={hidden} typed={values} />
      <TextInput
        name="title"
        label="What will be done"
        labelSize="s"
        hint={`At most ${TITLE_LIMIT} characters. No patient data. What you write may be released under the Freedom of Information Act.`}
        defaultValue={value("title", kept.title)}
        error={fieldErrors.title}
      />
      <TextArea
        name="description"
        label="More about it (optional)"
        labelSize="s"
        rows={3}
        limit={TEXT_LIMIT}
        defaultValue={value("description", kept.description)}
        error={fieldErrors.description}
      />
      <TextInput
        name="ownerTitle"
        label="Who answers for it"
        labelSize="s"
        hint="A job title, for example Chief nursing information officer. The board reads titles, not names."
        width={30}
        defaultValue={value("ownerTitle", kept.ownerTitle)}
        error={fieldErrors.ownerTitle}
      />
      <Select
        name="ownerId"
        label="Who is asked to finish it (optional)"
        labelSize="s"
        hint="They see this action, and say which statements it met."
        placeholder="Nobody in particular"
        options={people}
        defaultValue={value("ownerId", kept.ownerId)}
        error={fieldErrors.ownerId}
      />
      <Radios
        key={`phase-${phase}`}
        name="phase"
        legend="Phase"
        legendSize="s"
        hint="Phases are how the plan is told. Use them as it suits you, in order of time."
        inline
        choices={phases.map((one) => ({ value: String(one), label: phaseName(one) }))}
        defaultValue={phase}
        error={fieldErrors.phase}
      />
      {open && (
        <Radios
          key={`status-${status}`}
          name="status"
          legend="Where does it stand?"
          legendSize="s"
          hint="A draft is seen only by those who plan. It stands in no board paper and moves no figure until it is put forward."
          inline
          choices={statuses}
          defaultValue={status}
          error={fieldErrors.status}
        />
      )}
      <DateInput
        name="starts"
        legend="When does it start? (optional)"
        legendSize="s"
        hint="For example, 4 1 2027"
        defaultValue={dayParts("starts", sent ? values : null, kept.startsOn)}
        error={fieldErrors.starts}
      />
      <DateInput
        name="due"
        legend="When is it due?"
        legendSize="s"
        defaultValue={dayParts("due", sent ? values : null, kept.dueOn)}
        error={fieldErrors.due}
      />
      {groups && groups.length > 0 && (
        <CriteriaTicks
          groups={groups}
          ticked={sent ? (values.criteria ?? "").split(",") : null}
          error={fieldErrors.criteria}
        />
      )}
      <h2 className="nhsuk-heading-m">Risk</h2>
      <TextArea
        name="risk"
        label="What could go wrong? (optional)"
        labelSize="s"
        rows={2}
        limit={TEXT_LIMIT}
        defaultValue={value("risk", kept.risk?.text)}
        error={fieldErrors.risk}
      />
      <Select
        name="likelihood"
        label="How likely is it?"
        placeholder="Not judged"
        options={scale.map((one, index) => ({ value: one, text: `${one}: ${likelihoods[index]}` }))}
        defaultValue={value("likelihood", kept.risk?.likelihood)}
        error={fieldErrors.likelihood}
      />
      <Select
        name="impact"
        label="How much would it matter?"
        placeholder="Not judged"
        options={scale.map((one, index) => ({ value: one, text: `${one}: ${impacts[index]}` }))}
        defaultValue={value("impact", kept.risk?.impact)}
        error={fieldErrors.impact}
      />
      <h2 className="nhsuk-heading-m">What its costs allow for</h2>
      <TextInput
        name="optimism"
        label="Optimism adjustment, per cent (optional)"
        labelSize="s"
        hint="Added to its costs, because projects usually cost more than first thought. 0 says that nothing is added."
        inputMode="numeric"
        width={3}
        defaultValue={value("optimism", kept.optimismPercent)}
        error={fieldErrors.optimism}
      />
      <div className="nhsuk-form-group">
        <div className="nhsuk-checkboxes">
          <Checkbox
            key={`running-${sent ? values.noDoubleRunning : kept.noDoubleRunning}`}
            id="noDoubleRunning"
            name="noDoubleRunning"
            value="yes"
            label="Nothing old has to run beside the new"
            hint="If something does, add what that costs as a cost line"
            checked={sent ? values.noDoubleRunning !== undefined : kept.noDoubleRunning}
          />
        </div>
      </div>
      <SubmitButton>Save action</SubmitButton>
    </form>
  );
}
