import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/http/form-state";

/** A button that does one thing to something that is already chosen. */
export function HiddenButton({
  action,
  hidden,
  children,
}: {
  action: FormAction;
  hidden: Readonly<Record<string, string | number>>;
  children: string;
}) {
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
