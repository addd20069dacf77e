import { Details } from "@/components/nhs/details";
import type { ReportAnswer, ReportDimension } from "@/lib/report/gap-report";
import { stateInWords } from "@/lib/report/level-words";

/** Every answer of one dimension by criterion, with its note; folded on screen and printed in full. */
export function ReportAppendix({ dimension: { dimension, answers } }: { dimension: ReportDimension }) {
  if (answers.length === 0) return null;
  return (
    <Details
      summary={`${dimension.number}. ${dimension.name}: ${answers.length} ${answers.length === 1 ? "answer" : "answers"}`}
    >
      {answers.map((answer) => (
        <Answer key={answer.title} answer={answer} />
      ))}
    </Details>
  );
}

function Answer({ answer: { title, notApplicable, note, confidence, criteria } }: { answer: ReportAnswer }) {
  return (
    <>
      <h3 className="nhsuk-heading-s">{title}</h3>
      {notApplicable !== null && <p>Does not apply: {notApplicable}</p>}
      {criteria.length > 0 && (
        <ul className="nhsuk-list">
          {criteria.map(({ id, level, text, state }) => (
            <li key={id}>
              <strong>{stateInWords(state)}</strong> (level {level}): {text}
            </li>
          ))}
        </ul>
      )}
      {confidence && <p>Confidence: {confidence}</p>}
      {note !== "" && <p className="whitespace-pre-line">Note: {note}</p>}
    </>
  );
}
