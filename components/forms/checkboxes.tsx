import { Fieldset, type FieldsetProps } from "./fieldset";
import type { Choice } from "./radios";

/** Any number of choices out of a few. The first checkbox's id is `id` itself, so the error summary can lead there. */
export function Checkboxes({
  name,
  id = name,
  choices,
  defaultValues = [],
  small = false,
  ...fieldset
}: FieldsetProps & {
  name: string;
  id?: string;
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  small?: boolean;
}) {
  return (
    <Fieldset id={id} {...fieldset}>
      <div className={`nhsuk-checkboxes${small ? " nhsuk-checkboxes--small" : ""}`}>
        {choices.map((choice, index) => (
          <Checkbox
            key={choice.value}
            {...choice}
            name={name}
            id={index === 0 ? id : `${id}-${index + 1}`}
            checked={defaultValues.includes(choice.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** One checkbox with its label, for a group or alone (a statement to agree to). */
export function Checkbox({
  id,
  name,
  value,
  label,
  hint,
  disabled,
  checked = false,
}: Choice & { id: string; name: string; checked?: boolean }) {
  return (
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-item-hint` : undefined}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-item-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
