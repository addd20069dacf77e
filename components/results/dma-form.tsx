"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";
import { emptyForm, type FormAction, type FormState } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  rows: { pillar: string; name: string; ours: string | null; official: string | null; remark: string }[];
  limit: number;
};

/** The official score of each pillar, with room for a sentence where it lies far from ours. */
export function DmaForm({ action, hidden, rows, limit }: Props) {
  const [sent, send] = useActionState(action, emptyForm);
  const state = { ...sent, fieldErrors: named(sent.fieldErrors, rows) };
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors
        state={state}
        order={rows.flatMap(({ pillar }) => [`score-${pillar}`, `remark-${pillar}`])}
      />
      <HiddenFields fields={hidden} />
      {rows.map(({ pillar, name, ours, official, remark }) => (
        <div key={pillar}>
          <TextInput
            name={`score-${pillar}`}
            label={`${name}: official score`}
            labelSize="s"
            hint={`Ours is ${ours ?? "not scored"}. From 1 to 5, such as 2.8.`}
            width={4}
            inputMode="decimal"
            defaultValue={values[`score-${pillar}`] ?? official ?? ""}
            error={fieldErrors[`score-${pillar}`]}
          />
          <TextArea
            name={`remark-${pillar}`}
            label={`${name}: why it differs (optional)`}
            rows={2}
            limit={limit}
            defaultValue={values[`remark-${pillar}`] ?? remark}
            error={fieldErrors[`remark-${pillar}`]}
          />
        </div>
      ))}
      <SubmitButton>Save the scores</SubmitButton>
    </form>
  );
}

/** The same thing may be wrong with several pillars: each says which it is. */
function named(errors: FormState["fieldErrors"], rows: Props["rows"]): FormState["fieldErrors"] {
  const names = new Map(rows.map(({ pillar, name }) => [pillar, name]));
  return Object.fromEntries(
    Object.entries(errors).map(([field, text]) => {
      const name = names.get(field.split("-").at(-1) ?? "");
      return [field, name === undefined ? text : `${name}: ${text}`];
    }),
  );
}
