import { randomUUID } from "node:crypto";
import { HiddenButton } from "@/components/forms/hidden-button";
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
  return (
    <HiddenButton action={action} hidden={{ ...place, restore, version, key: randomUUID() }}>
      {children}
    </HiddenButton>
  );
}
