import { Card } from "@/components/nhs/card";
import type { Rung } from "./criteria-ladder";

type Props = {
  /** The lowest and highest level the answer can still come to. */
  low: number;
  high: number;
  levelNames: ReadonlyMap<number, string>;
  /** The lowest level above `low` that has something to meet; null at the top. */
  next: Rung | null;
  missing: readonly { id: string; text: string }[];
  /** Criteria met beyond the level that was reached. */
  above: number;
  notApplicable: string | null;
  /** Who gave it, and when; null before anybody did. */
  given: string | null;
};

/** The level an answer comes to and what is missing for the next. */
export function AnswerStanding(props: Props) {
  return (
    <Card heading="Where this answer stands" headingSize="s">
      {props.notApplicable !== null ? <p>Does not apply: {props.notApplicable}</p> : <Level {...props} />}
      {props.given && (
        <p className="nhsuk-body-s nhsuk-u-secondary-text-colour nhsuk-u-margin-bottom-0">{props.given}</p>
      )}
    </Card>
  );
}

function Level({ low, high, levelNames, next, missing, above }: Props) {
  const nothingDecided = low === 1 && high === 5;
  return (
    <>
      <p className="app-standing">
        {low === high ? (
          <>
            Level {low}: {levelNames.get(low)}
          </>
        ) : (
          <>
            {nothingDecided ? "Not answered yet: could be" : "Could be"} level {low} to {high}
          </>
        )}
      </p>
      {next && !nothingDecided && (
        <>
          <p className="nhsuk-u-margin-bottom-2">
            To reach level {next.level}, {next.name},{" "}
            {missing.length === 1 ? "1 thing is" : `${missing.length} things are`} missing:
          </p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {missing.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {!next && <p>This is the highest level.</p>}
      {above > 0 && !nothingDecided && (
        <p>
          {above === 1 ? "1 criterion" : `${above} criteria`} above this level {above === 1 ? "is" : "are"}{" "}
          met too. A level counts only once everything below it is met.
        </p>
      )}
    </>
  );
}
