import type { ReactNode } from "react";
import { Fieldset, type FieldsetProps } from "./fieldset";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

/**
 * One choice out of a few, none made at first unless `defaultValue` says so. The first radio's id is `id` itself, so
 * the error summary can lead there.
 */
export function Radios({
  name,
  id = name,
  choices,
  defaultValue,
  inline = false,
  small = false,
  ...fieldset
}: FieldsetProps & {
  name: string;
  id?: string;
  choices: readonly Choice[];
  defaultValue?: string | null;
  /** Side by side; for two or three short choices. */
  inline?: boolean;
  small?: boolean;
}) {
  const classes = `nhsuk-radios${inline ? " nhsuk-radios--inline" : ""}${small ? " nhsuk-radios--small" : ""}`;
  return (
    <Fieldset id={id} {...fieldset}>
      <div className={classes}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            {...choice}
            name={name}
            id={index === 0 ? id : `${id}-${index + 1}`}
            checked={choice.value === defaultValue}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function Radio({
  id,
  name,
  value,
  label,
  hint,
  disabled,
  checked,
}: Choice & { id: string; name: string; checked: boolean }) {
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        id={id}
        name={name}
        type="radio"
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-item-hint` : undefined}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-item-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
