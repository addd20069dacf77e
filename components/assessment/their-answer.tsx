import type { CurrentAnswer } from "@/lib/assessment/stored-answer";
import { clockTime } from "@/lib/report/dates";
import type { CriterionState } from "@/lib/scoring/answers";
import { stateWords } from "./answer-in-words";
import type { Difference } from "./form-reader";

/** Where two answers part. `note`: theirs is not in mine yet. */
export type Apart = { criteria: readonly Difference[]; note: boolean };

type Props = {
  current: CurrentAnswer;
  apart: Apart;
  onKeepMine: (currentVersion: number) => void;
  onUseTheirs: () => void;
  onAddNote: (note: string) => void;
};

/** The answer somebody else saved first, where it differs from mine, and the choice: mine, theirs, or some of each. */
export function TheirAnswer({ current, apart, onKeepMine, onUseTheirs, onAddNote }: Props) {
  const { own, value } = current;
  return (
    <section
      className="nhsuk-inset-text"
      aria-label={own ? "The answer you saved in another window" : "The answer your colleague saved"}
    >
      <p>
        {own ? "You, in another window," : current.by} saved at {clockTime(new Date(current.at))}:{" "}
        {inShort(current)}.
      </p>
      {value.note && <p className="app-typed">{value.note}</p>}
      {apart.note && (
        <>
          <Choice onClick={() => onAddNote(value.note)}>
            {own ? "Add that note to this one" : "Add their note to mine"}
          </Choice>{" "}
        </>
      )}
      <Choice onClick={() => onKeepMine(current.version)}>
        {own ? "Save what is on this page instead" : "Save mine instead"}
      </Choice>{" "}
      <Choice onClick={onUseTheirs}>
        {own ? "Use the other and drop this one" : "Use theirs and drop mine"}
      </Choice>
      {!value.notApplicable && apart.criteria.length > 0 && (
        <>
          <p>Different from what is on this page:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {apart.criteria.map(({ id, text, mine, theirs }) => (
              <li key={id}>
                {text.replace(/\.$/, "")}: <strong>{inWord(theirs)}</strong> there,{" "}
                <strong>{inWord(mine)}</strong> here
              </li>
            ))}
          </ul>
        </>
      )}
      <p>To keep some of each, change what is on this page first, then save it.</p>
    </section>
  );
}

function Choice({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function inShort({ value }: CurrentAnswer): string {
  if (value.notApplicable) return "does not apply";
  const states = Object.values(value.criteria);
  const count = (state: CriterionState) => states.filter((each) => each === state).length;
  return `${count("met")} criteria met, ${count("not_met")} not met, ${count("not_known")} not known`;
}

function inWord(state: string | null): string {
  return state === null ? "not decided" : (stateWords[state as CriterionState] ?? state);
}
