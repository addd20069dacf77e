"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  assessmentId: string;
  summary: { sampled: number; confidence: string; risk: string; text: string } | undefined;
  limit: number;
};

const grades = [
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
];

/** What a reviewer makes of a round: how much they looked at, how far they rely on it, the risk, and why. */
export function ReviewSummaryForm({ action, assessmentId, summary, limit }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  const confidence = values.confidence ?? summary?.confidence;
  const risk = values.risk ?? summary?.risk;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["sampled", "confidence", "risk", "text"]} />
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <TextInput
        name="sampled"
        label="How many answers did you look at?"
        labelSize="s"
        width={4}
        inputMode="numeric"
        defaultValue={values.sampled ?? summary?.sampled.toString()}
        error={fieldErrors.sampled}
      />
      <Radios
        key={`confidence ${confidence}`}
        name="confidence"
        legend="Your confidence in the self-assessment"
        legendSize="s"
        inline
        choices={grades}
        defaultValue={confidence}
        error={fieldErrors.confidence}
      />
      <Radios
        key={`risk ${risk}`}
        name="risk"
        legend="Overall risk"
        legendSize="s"
        inline
        choices={grades}
        defaultValue={risk}
        error={fieldErrors.risk}
      />
      <TextArea
        name="text"
        label="Summary"
        labelSize="s"
        hint="No patient data. What you write may be released under the Freedom of Information Act."
        rows={6}
        limit={limit}
        defaultValue={values.text ?? summary?.text}
        error={fieldErrors.text}
      />
      <SubmitButton>Save summary</SubmitButton>
    </form>
  );
}
