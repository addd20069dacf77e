"use client";

import { useActionState } from "react";
import { Checkboxes } from "@/components/forms/checkboxes";
import { FormErrors } from "@/components/forms/form-errors";
import type { Choice } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { emptyForm, type FormAction } from "@/lib/http/form-state";

type Props = { action: FormAction; importId: string; mergers: readonly Choice[] };

/** Applies what was looked at; for trusts that may have merged, somebody says whether they did. */
export function ApplyImportForm({ action, importId, mergers }: Props) {
  const [state, send] = useActionState(action, emptyForm);
  return (
    <form action={send}>
      <FormErrors state={state} />
      <input type="hidden" name="import" value={importId} />
      {mergers.length > 0 && (
        <Checkboxes
          name="mergers"
          legend="Which of these went into the other?"
          legendSize="m"
          hint="The files do not say so: another trust opened in the same system when these closed. They are closed either way."
          choices={mergers}
          defaultValues={state.values.mergers?.split(",") ?? []}
        />
      )}
      <SubmitButton>Apply these changes</SubmitButton>
    </form>
  );
}
