"use client";

import { useActionState } from "react";
import { FormErrors } from "@/components/forms/form-errors";
import { HiddenFields } from "@/components/forms/hidden-fields";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  register: readonly { id: string; title: string }[];
};

/** Chooses a piece of the register to speak for an answer, or against it. */
export function EvidenceLinkForm({ action, hidden, register }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  const { values, fieldErrors } = state;
  return (
    <form action={send} noValidate>
      <FormErrors state={state} order={["evidence", "speaks"]} />
      <HiddenFields fields={hidden} />
      <Select
        name="evidence"
        label="Evidence"
        placeholder="Choose a piece of evidence"
        options={register.map(({ id, title }) => ({ value: id, text: title }))}
        defaultValue={values.evidence}
        error={fieldErrors.evidence}
      />
      <Radios
        name="speaks"
        legend="It speaks"
        inline
        choices={[
          { value: "for", label: "for the answer" },
          { value: "against", label: "against it" },
        ]}
        defaultValue={values.speaks ?? "for"}
        error={fieldErrors.speaks}
      />
      <SubmitButton>Use it here</SubmitButton>
    </form>
  );
}
