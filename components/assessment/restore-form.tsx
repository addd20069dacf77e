import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  place: { assessmentId: string; capabilityId: string; scope: string };
  /** The version whose answer is put back; 0 for none at all. */
  restore: number;
  /** The latest version as the page shows it. */
  version: number;
  children: string;
};

/** Puts an earlier answer back. */
export function RestoreForm({ action, place, restore, version, children }: Props) {
  const hidden = { ...place, restore, version, key: randomUUID() };
  return (
    <ActionForm action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" small>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
