import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { buttonClass } from "@/components/nhs/button";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { titleIn } from "@/lib/report/findings";
import {
  routeSearch,
  withoutCondition,
  type QuestionError,
  type RouteChoices,
  type RouteQuestion,
  type TypedQuestion,
} from "@/lib/report/route-question";
import { stageName } from "@/lib/report/stage-words";

type Props = {
  path: string;
  framework: Framework;
  setting: CareSetting;
  question: RouteQuestion;
  typed: TypedQuestion;
  choices: RouteChoices;
  errors: readonly QuestionError[];
};

/** Asking for another way: what to reach, what must be part of it, what to leave alone. A plain form, by address. */
export function RouteForm({ path, framework, setting, question, typed, choices, errors }: Props) {
  const errorOf = (field: QuestionError["field"]) => errors.find((error) => error.field === field)?.text;
  const capabilities = choices.capabilities.map((capability) => ({
    value: capability.id,
    text: titleIn(capability, setting),
  }));
  return (
    <form method="get" action={path} noValidate>
      <div className="print:hidden">
        <h2 className="nhsuk-heading-m">Ask for another way</h2>
        {choices.stages.length > 0 && (
          <Select
            name="stage"
            label="Stage to reach"
            placeholder="No stage"
            options={choices.stages.map((stage) => ({
              value: String(stage),
              text: stageName(framework, stage),
            }))}
            defaultValue={question.toStage === null ? "" : String(question.toStage)}
            error={errorOf("stage")}
          />
        )}
        <TextInput
          name="overall"
          label="Overall score to reach (optional)"
          hint="From 1 to 5, like 3.2"
          width={4}
          inputMode="decimal"
          defaultValue={typed.overall}
          error={errorOf("overall")}
        />
      </div>
      <Conditions path={path} framework={framework} setting={setting} question={question} />
      <div className="print:hidden">
        <Select
          name="addPin"
          id="pin"
          label="Make sure this capability rises (optional)"
          placeholder="Choose a capability"
          options={capabilities}
          defaultValue={typed.pin}
          error={errorOf("pin")}
        />
        <Select
          name="addPinLevel"
          label="At least to level"
          placeholder="Choose a level"
          options={["2", "3", "4", "5"].map((level) => ({ value: level, text: level }))}
          defaultValue={typed.pinLevel}
        />
        <Select
          name="addExclude"
          id="exclude"
          label="Leave this capability as it is (optional)"
          placeholder="Choose a capability"
          options={capabilities}
          defaultValue={typed.exclude}
          error={errorOf("exclude")}
        />
      </div>
      <button type="submit" className={buttonClass("secondary")}>
        Find the shortest way
      </button>
    </form>
  );
}

/** The conditions that hold already, each with a link that takes it back; they are sent along with the form. */
function Conditions({
  path,
  framework,
  setting,
  question,
}: Pick<Props, "path" | "framework" | "setting" | "question">) {
  const { pins, exclude } = question;
  if (pins.size + exclude.size === 0) return null;
  const items = [
    ...[...pins].map(([id, level]) => ({
      id,
      name: "pin",
      value: `${id}=${level}`,
      text: `at least level ${level}`,
    })),
    ...[...exclude].map((id) => ({ id, name: "exclude", value: id, text: "left as it is" })),
  ];
  return (
    <>
      <h3 className="nhsuk-heading-s">Conditions</h3>
      <ul className="nhsuk-list">
        {items.map(({ id, name, value, text }) => {
          const capability = findCapability(framework, id);
          const title = capability ? titleIn(capability, setting) : id;
          return (
            <li key={value}>
              <input type="hidden" name={name} value={value} />
              {title}: {text}{" "}
              <a
                className="nhsuk-link print:hidden"
                href={`${path}${routeSearch(withoutCondition(question, id))}`}
              >
                Take back<span className="nhsuk-u-visually-hidden"> the condition on {title}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
