import { Radios } from "@/components/forms/radios";
import { buttonClass } from "@/components/nhs/button";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Chosen } from "@/lib/scoring/estimate";
import { RESULT } from "./addresses";
import type { Question } from "./questions";

/** The questions, each with its five sentences. A plain form: the answers go into the address of the result. */
export function QuestionForm({
  check,
  questions,
  setting,
  chosen,
  errors = new Map(),
}: {
  check: Framework;
  questions: readonly Question[];
  /** Null where the address names none: then it is asked here. */
  setting: CareSetting | null;
  chosen: Chosen;
  /** What is wrong, by the name of the field. */
  errors?: ReadonlyMap<string, string>;
}) {
  return (
    <form action={RESULT} method="get">
      <p>
        For each question choose the sentence that fits most of your trust today. If two fit, choose the lower
        one. Go by what is in use now, not by what is planned.
      </p>
      {setting === null ? (
        <SettingRadios check={check} error={errors.get("setting")} />
      ) : (
        <input type="hidden" name="setting" value={setting} />
      )}
      {questions.map(({ dimension, number, name, stem, options }) => {
        const error = errors.get(dimension);
        return (
          <Radios
            key={dimension}
            name={dimension}
            legend={<h2 className="nhsuk-fieldset__heading">{`${number}. ${name}`}</h2>}
            legendSize="m"
            hint={stem}
            choices={options.map(({ level, text }) => ({ value: String(level), label: text }))}
            defaultValue={String(chosen.get(dimension) ?? "")}
            {...(error && { error })}
          />
        );
      })}
      <button className={buttonClass("primary")} type="submit">
        See your estimate
      </button>
    </form>
  );
}

/** The care setting to look at. */
export function SettingRadios({ check, error }: { check: Framework; error: string | undefined }) {
  return (
    <Radios
      name="setting"
      legend={<h2 className="nhsuk-fieldset__heading">Which care setting do you want to look at?</h2>}
      legendSize="m"
      hint="If your trust has several, do the rapid check once for each."
      choices={check.careSettings.map(({ id, name }) => ({ value: id, label: name }))}
      {...(error && { error })}
    />
  );
}
