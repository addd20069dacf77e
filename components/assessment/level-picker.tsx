import { Radios } from "@/components/forms/radios";
import type { Framework } from "@/lib/framework/schema";

type Props = {
  levels: Framework["levels"];
  /** The level that was picked last, where the answer is still exactly that. */
  picked: number | null;
  error?: string | undefined;
};

/** Picking the level one fully meets, for people who know the answer without going through every criterion. */
export function LevelPicker({ levels, picked, error }: Props) {
  return (
    <Radios
      name="level"
      legend={<h2 className="nhsuk-fieldset__heading">Pick the level you fully meet</h2>}
      legendSize="m"
      hint="The highest level where every statement in the list further down is true today, at that level and at every level below it."
      small
      choices={levels.map(({ level, name, test }) => ({
        value: String(level),
        label: `Level ${level}: ${name}`,
        hint: test,
      }))}
      defaultValue={picked === null ? null : String(picked)}
      {...(error ? { error } : {})}
    />
  );
}
