import { Fieldset, type FieldsetProps } from "./fieldset";

export type DateParts = { day?: string; month?: string; year?: string };

const parts = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** A date typed in three boxes, sent as `name-day`, `name-month` and `name-year`, each as it was typed. */
export function DateInput({
  name,
  id = name,
  defaultValue = {},
  hint = "For example, 31 3 2027",
  error,
  wrong = ["day", "month", "year"],
  ...fieldset
}: FieldsetProps & {
  name: string;
  id?: string;
  defaultValue?: DateParts;
  /** Which boxes to mark when there is an error. */
  wrong?: readonly (keyof DateParts)[];
}) {
  return (
    <Fieldset id={id} hint={hint} error={error} role="group" {...fieldset}>
      <div className="nhsuk-date-input">
        {parts.map(({ part, label, width }, index) => {
          const inError = Boolean(error) && wrong.includes(part);
          const partId = index === 0 ? id : `${id}-${part}`;
          return (
            <div key={part} className="nhsuk-date-input__item">
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={partId}>
                {label}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${inError ? " nhsuk-input--error" : ""}`}
                id={partId}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                defaultValue={defaultValue[part]}
                aria-invalid={inError ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
