import { Radios } from "@/components/forms/radios";
import { markupOf } from "@/components/markup/as-markup";
import { CRITERION_FIELD } from "@/lib/assessment/answer-form";
import type { Level } from "@/lib/framework/schema";
import type { CriterionState } from "@/lib/scoring/answers";
import { SteadyDetails } from "./steady-details";

export type Rung = {
  level: Level;
  name: string;
  /** How to reach this level. */
  hint: string | null;
  criteria: readonly { id: string; text: string }[];
};

type Props = {
  rungs: readonly Rung[];
  criteria: Readonly<Record<string, CriterionState>>;
  /** The levels to show opened; the others are folded. */
  open: readonly Level[];
};

const choices = [
  { value: "met", label: "Met" },
  { value: "not_met", label: "Not met" },
  { value: "not_known", label: "Not known" },
];

/** The ladder, criterion by criterion. Nothing is chosen until somebody judged it. */
export function CriteriaLadder({ rungs, criteria, open }: Props) {
  return rungs.map((rung) => (
    <SteadyDetails
      key={rung.level}
      id={`rung-${rung.level}`}
      summary={`Level ${rung.level}: ${rung.name} (${metOf(rung, criteria)})`}
      expander
      open={open.includes(rung.level)}
      markup={markupOf(<RungCriteria rung={rung} criteria={criteria} />)}
    />
  ));
}

function RungCriteria({ rung, criteria }: { rung: Rung; criteria: Props["criteria"] }) {
  return (
    <>
      {rung.hint && (
        <p className="nhsuk-hint">
          <strong>How to get here:</strong> {rung.hint}
        </p>
      )}
      {rung.criteria.map(({ id, text }) => (
        <div key={id} data-criterion={id} data-level={rung.level}>
          <Radios
            name={`${CRITERION_FIELD}${id}`}
            id={id}
            legend={text}
            inline
            small
            choices={choices}
            defaultValue={criteria[id] ?? null}
          />
        </div>
      ))}
    </>
  );
}

/** "2 of 5 met". */
export function metOf(rung: Rung, criteria: Props["criteria"]): string {
  const met = rung.criteria.filter(({ id }) => criteria[id] === "met").length;
  return `${met} of ${rung.criteria.length} met`;
}
