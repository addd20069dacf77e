import { ErrorSummary, type ErrorItem } from "@/components/nhs/error-summary";
import type { FormState } from "@/lib/http/form-state";

/**
 * The error summary of a form from its state: what is wrong with the form as a whole, then field by field in the order
 * given by `order` (as on the page), each leading to its field. `ids` names a field's id where it is not its name.
 */
export function FormErrors({
  state,
  order = [],
  ids = {},
}: {
  state: FormState;
  order?: readonly string[];
  ids?: Readonly<Record<string, string>>;
}) {
  const { formErrors, fieldErrors } = state;
  const named = Object.keys(fieldErrors);
  const inOrder = [
    ...order.filter((name) => named.includes(name)),
    ...named.filter((name) => !order.includes(name)),
  ];
  const errors: ErrorItem[] = [
    ...formErrors.map((text) => ({ text })),
    ...inOrder.map((name) => ({ text: fieldErrors[name] ?? "", href: `#${ids[name] ?? name}` })),
  ];
  return <ErrorSummary errors={errors} occasion={state} />;
}
