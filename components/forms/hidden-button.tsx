import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/http/form-state";
import { HiddenFields } from "./hidden-fields";

/** A button that does one thing to something that is already chosen. */
export function HiddenButton({
  action,
  hidden,
  children,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  children: ReactNode;
}) {
  return (
    <ActionForm action={action}>
      <HiddenFields fields={hidden} />
      <SubmitButton variant="secondary" small>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
