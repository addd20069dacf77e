import type { MissingCriterion } from "@/lib/report/findings";
import { stateInWords } from "@/lib/report/level-words";
import { itemsMarkup } from "./markup";

type Props = {
  criteria: readonly MissingCriterion[];
  /** What more to say of a criterion, such as its effort. */
  detail?: (criterion: MissingCriterion) => string;
};

/** Criteria with where each stands. "Not met" is what one expects here and is left unsaid. */
export function CriteriaList({ criteria, detail }: Props) {
  const items = criteria.map((criterion) => {
    const notes = [
      ...(criterion.state === "not_met" ? [] : [stateInWords(criterion.state)]),
      ...(detail ? [detail(criterion)] : []),
    ];
    return { text: criterion.text, quiet: notes.join("; ") };
  });
  return (
    <ul className="nhsuk-list nhsuk-list--bullet" dangerouslySetInnerHTML={{ __html: itemsMarkup(items) }} />
  );
}
