import { Checkbox } from "@/components/forms/checkboxes";
import { Fieldset } from "@/components/forms/fieldset";

/** The statements of one question that can be ticked. `value` is what the form sends. */
export type TickGroup = {
  id: string;
  title: string;
  ticks: readonly { value: string; text: string; level: number; ticked: boolean; met: boolean }[];
};

type Props = {
  groups: readonly TickGroup[];
  /** What was ticked when the form was sent; null before. */
  ticked: readonly string[] | null;
  hint?: string;
  error?: string;
};

/** The statements an action will meet, by question. What is met already is said and cannot be ticked anew. */
export function CriteriaTicks({
  groups,
  ticked,
  hint = "Tick what will be true once the action is done",
  error,
}: Props) {
  return (
    <div id="criteria" tabIndex={-1}>
      {groups.map(({ id, title, ticks }, index) => (
        <Fieldset
          key={id}
          id={`criteria-${id}`}
          legend={title}
          legendSize="s"
          hint={hint}
          error={index === 0 ? error : undefined}
        >
          <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
            {ticks.map((tick) => {
              const checked = ticked ? ticked.includes(tick.value) : tick.ticked;
              return (
                <Checkbox
                  key={`${tick.value}-${checked}`}
                  id={`tick-${tick.value}`}
                  name="criteria"
                  value={tick.value}
                  label={tick.text}
                  hint={`Level ${tick.level}${tick.met ? ". Met already" : ""}`}
                  disabled={tick.met && !tick.ticked}
                  checked={checked}
                />
              );
            })}
          </div>
        </Fieldset>
      ))}
    </div>
  );
}
