import { Details } from "@/components/nhs/details";
import { type SummaryRow, SummaryList } from "@/components/nhs/summary-list";
import { Tag, type TagColour } from "@/components/nhs/tag";
import type { Level } from "@/lib/framework/schema";
import type { Confidence } from "@/lib/assessment/stored-answer";
import type { CriterionState } from "@/lib/scoring/answers";
import { stateWords } from "./answer-in-words";
import { metOf, type Rung } from "./criteria-ladder";

type Props = {
  /** Undefined where nobody has answered yet. */
  answer:
    | { criteria: Readonly<Record<string, CriterionState>>; note: string; confidence: Confidence | null }
    | undefined;
  /** The version that is read here: a later one is told of (`LiveAnswer`). */
  version: number;
  rungs: readonly Rung[];
  /** The levels to show opened; the others are folded. */
  open: readonly Level[];
};

const colours: Readonly<Record<CriterionState, TagColour>> = {
  met: "green",
  not_met: "red",
  not_known: "yellow",
};

/** An answer for who may read it and not change it: the words it was given in, and every statement judged. */
export function AnswerRead({ answer, version, rungs, open }: Props) {
  const { criteria, note, confidence } = answer ?? { criteria: {}, note: "", confidence: null };
  const facts: SummaryRow[] = [
    { key: "Note", value: note ? <span className="app-typed">{note}</span> : "None" },
    { key: "How sure", value: confidence ? <span className="capitalize">{confidence}</span> : "Not stated" },
  ];
  return (
    <div id="answer-form" data-seen={version}>
      <h2 className="nhsuk-heading-m">The answer</h2>
      {answer && <SummaryList rows={facts} />}
      {rungs.map((rung) => (
        <Details
          key={rung.level}
          id={`rung-${rung.level}`}
          summary={`Level ${rung.level}: ${rung.name} (${metOf(rung, criteria)})`}
          expander
          open={open.includes(rung.level)}
        >
          <ul className="nhsuk-list">
            {rung.criteria.map(({ id, text }) => (
              <li key={id} id={id}>
                <Judged state={criteria[id]} /> {text}
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </div>
  );
}

function Judged({ state }: { state: CriterionState | undefined }) {
  if (!state) return <Tag colour="grey">Not judged</Tag>;
  return <Tag colour={colours[state]}>{stateWords[state].replace(/^./, (first) => first.toUpperCase())}</Tag>;
}
