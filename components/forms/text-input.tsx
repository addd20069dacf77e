import type { ComponentProps } from "react";
import { describedBy, FormGroup, HintAndError, Label, type FieldProps } from "./field";

type InputProps = Pick<
  ComponentProps<"input">,
  "defaultValue" | "autoComplete" | "inputMode" | "spellCheck" | "type" | "required"
>;

/** One line of text. `width` is the number of characters to expect, so that the box tells how much is asked for. */
export function TextInput({
  name,
  id = name,
  label,
  labelSize,
  hint,
  error,
  width,
  type = "text",
  ...rest
}: FieldProps & InputProps & { width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 }) {
  const classes = [
    "nhsuk-input",
    width ? `nhsuk-input--width-${width}` : "",
    error ? "nhsuk-input--error" : "",
  ];
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={labelSize}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      <input
        className={classes.filter(Boolean).join(" ")}
        id={id}
        name={name}
        type={type}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </FormGroup>
  );
}
