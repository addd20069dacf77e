import type { ReactNode } from "react";
import { describedBy, FormGroup, HintAndError } from "./field";

export type FieldsetProps = {
  /** The question the group answers. */
  legend: ReactNode;
  legendSize?: "s" | "m" | "l";
  /** True where the question is the page's heading. */
  legendIsHeading?: boolean;
  hint?: ReactNode;
  error?: string;
};

/** A question answered by several controls: radios, checkboxes, the parts of a date. */
export function Fieldset({
  id,
  legend,
  legendSize,
  legendIsHeading = false,
  hint,
  error,
  role,
  children,
}: FieldsetProps & { id: string; role?: "group"; children: ReactNode }) {
  return (
    <FormGroup error={error}>
      <fieldset className="nhsuk-fieldset" role={role} aria-describedby={describedBy(id, { hint, error })}>
        <legend
          className={`nhsuk-fieldset__legend${legendSize ? ` nhsuk-fieldset__legend--${legendSize}` : ""}`}
        >
          {legendIsHeading ? <h1 className="nhsuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </FormGroup>
  );
}
