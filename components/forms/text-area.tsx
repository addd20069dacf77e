import { CharacterCount } from "./character-count";
import { describedBy, FormGroup, HintAndError, Label, type FieldProps } from "./field";

/**
 * Several lines of text. `limit` is the most characters that will be taken: always written under the box, and counted
 * down as one types where there is JavaScript. Typing past it is allowed, so that nothing pasted is cut off unseen;
 * the form says no.
 */
export function TextArea({
  name,
  id = name,
  label,
  labelSize,
  hint,
  error,
  defaultValue,
  rows = 5,
  limit,
}: FieldProps & { defaultValue?: string; rows?: number; limit?: number }) {
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={labelSize}>
        {label}
      </Label>
      <HintAndError id={id} hint={hint} error={error} />
      <textarea
        className={`nhsuk-textarea${error ? " nhsuk-textarea--error" : ""}`}
        id={id}
        name={name}
        rows={rows}
        defaultValue={defaultValue}
        aria-describedby={describedBy(id, { hint, error, also: limit ? `${id}-limit` : undefined })}
        aria-invalid={error ? true : undefined}
      />
      {limit && <CharacterCount fieldId={id} limit={limit} />}
    </FormGroup>
  );
}
