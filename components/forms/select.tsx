import { describedBy, FormGroup, HintAndError, Label, type FieldProps } from "./field";

/** One choice out of a long list. Prefer `Radios` for fewer than about eight. */
export function Select({
  name,
  id = name,
  label,
  labelSize,
  hint,
  error,
  options,
  defaultValue,
  placeholder,
}: FieldProps & {
  options: readonly { value: string; text: string }[];
  defaultValue?: string;
  /** The words of a first, empty choice. */
  placeholder?: string;
}) {
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={labelSize}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      {/* A form that React resets after an action forgets a changed default; a new key draws the list afresh. */}
      <select
        key={defaultValue}
        className={`nhsuk-select${error ? " nhsuk-select--error" : ""}`}
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
