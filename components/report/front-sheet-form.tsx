"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput } from "@/components/forms/date-input";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { keptParts, typedParts } from "@/components/people/date-parts";
import { emptyForm, type FormAction, wasSent } from "@/lib/http/form-state";
import { cqcDomains, type FrontSheet, purposes, TEXT_LIMIT } from "@/lib/report/front-sheet";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  sheet: FrontSheet;
};

const lines = {
  title: { label: "Title of the paper" },
  meeting: { label: "Meeting" },
  agendaReference: { label: "Agenda reference (optional)" },
  author: { label: "Author (optional)", hint: "A job title. The pack names no one else" },
  leadDirector: { label: "Lead director (optional)" },
} as const;

const texts = {
  objectives: { label: "Links to objectives (optional)" },
  riskRegister: { label: "Risk register (optional)", hint: "Which risks it bears on, by number" },
  consideredBy: { label: "Previously considered by (optional)", hint: "Which committee, and when" },
  implications: {
    label: "Implications (optional)",
    hint: "Legal, financial, workforce, equality, quality and safety, sustainability",
  },
  recommendation: {
    label: "Recommendation (optional)",
    hint: "One a line. Where this is empty, the pack asks for what the results ask for",
  },
} as const;

const order = [
  ...["title", "meeting", "meetingOn", "agendaReference", "author", "leadDirector", "purpose"],
  ...["assuranceLevel", "assuranceLevels", "objectives", "riskRegister", "cqcDomains", "consideredBy"],
  ...["implications", "recommendation"],
];

/** The front sheet of the board paper: filled in once, and there for the next one. */
export function FrontSheetForm({ action, hidden, sheet }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const sent = wasSent(values);
  const kept = (name: keyof typeof lines | keyof typeof texts) => (sent ? values[name] : sheet[name]);
  const levels = sent ? (values.assuranceLevels ?? "") : sheet.assuranceLevels.join("\n");
  const listed = levels.split("\n").flatMap((level) => level.trim() || []);
  const line = (name: keyof typeof lines) => (
    <TextInput name={name} {...lines[name]} defaultValue={kept(name)} error={fieldErrors[name]} />
  );
  const area = (name: keyof typeof texts) => (
    <TextArea
      name={name}
      {...texts[name]}
      rows={3}
      limit={TEXT_LIMIT}
      defaultValue={kept(name)}
      error={fieldErrors[name]}
    />
  );
  const purpose = sent ? values.purpose : sheet.purpose;
  const domains = sent ? (values.cqcDomains ?? "").split(",") : sheet.cqcDomains;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={order} />
      <HiddenFields fields={hidden} />
      {line("title")}
      {line("meeting")}
      <DateInput
        name="meetingOn"
        legend="Date of the meeting (optional)"
        defaultValue={sent ? typedParts(values, "meetingOn") : keptParts(sheet.meetingOn)}
        error={fieldErrors.meetingOn}
      />
      {line("agendaReference")}
      {line("author")}
      {line("leadDirector")}
      <Radios
        key={`purpose ${purpose}`}
        name="purpose"
        legend="Purpose"
        legendSize="s"
        choices={Object.entries(purposes).map(([value, label]) => ({ value, label }))}
        defaultValue={purpose}
        error={fieldErrors.purpose}
      />
      <Select
        name="assuranceLevel"
        label="Assurance level (optional)"
        placeholder="None stated"
        options={[...new Set(listed)].map((value) => ({ value, text: value }))}
        defaultValue={sent ? values.assuranceLevel : sheet.assuranceLevel}
        error={fieldErrors.assuranceLevel}
      />
      <TextArea
        name="assuranceLevels"
        label="Assurance levels to choose from"
        hint="Your own list, one a line. Save, then choose from it"
        rows={4}
        defaultValue={levels}
        error={fieldErrors.assuranceLevels}
      />
      {area("objectives")}
      {area("riskRegister")}
      <Checkboxes
        key={`domains ${domains.join()}`}
        name="cqcDomains"
        legend="Care Quality Commission key questions (optional)"
        legendSize="s"
        small
        choices={Object.entries(cqcDomains).map(([value, label]) => ({ value, label }))}
        defaultValues={domains}
      />
      {area("consideredBy")}
      {area("implications")}
      {area("recommendation")}
      <SubmitButton>Save the front sheet</SubmitButton>
    </form>
  );
}
