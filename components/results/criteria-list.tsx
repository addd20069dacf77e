import type { MissingCriterion } from "@/lib/report/findings";
import { stateInWords } from "@/lib/report/level-words";

type Props = {
  criteria: readonly MissingCriterion[];
  /** What more to say of a criterion, such as its effort. */
  detail?: (criterion: MissingCriterion) => string;
};

/** Criteria with where each stands. "Not met" is what one expects here and is left unsaid. */
export function CriteriaList({ criteria, detail }: Props) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {criteria.map((criterion) => {
        const notes = [
          ...(criterion.state === "not_met" ? [] : [stateInWords(criterion.state)]),
          ...(detail ? [detail(criterion)] : []),
        ];
        return (
          <li key={criterion.id}>
            {criterion.text}
            {notes.length > 0 && <span className="text-secondary"> ({notes.join("; ")})</span>}
          </li>
        );
      })}
    </ul>
  );
}
