import type { CurrentAnswer } from "@/lib/assessment/stored-answer";
import type { SaveState } from "./save-queue";
import { TheirAnswer, type Apart } from "./their-answer";

export type RemedyProps = {
  state: SaveState;
  /** Where one's own answer and the one that was saved first part; null where there is no such answer. */
  apart: Apart | null;
  signInHref: string;
  onKeepMine: (currentVersion: number) => void;
  onUseTheirs: () => void;
  onAddNote: (note: string) => void;
  onRetry: () => void;
};

/** What somebody can do about a save that was not taken. Null where there is nothing to be done by hand. */
export function saveRemedy(props: RemedyProps) {
  const { state, apart, signInHref, onRetry } = props;
  const current = state.kind === "stale" ? (state.current as CurrentAnswer | null) : null;
  if (current && apart) return <TheirAnswer {...props} current={current} apart={apart} />;
  if (state.kind === "signed_out") {
    return (
      <p>
        <a href={signInHref} target="_blank" rel="noopener">
          Sign in (opens in a new tab)
        </a>
        , then come back here.{" "}
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          onClick={onRetry}
        >
          Save now
        </button>
      </p>
    );
  }
  if (state.kind === "locked") {
    return (
      <p>
        It was sent for review or signed off while you typed. Keep a copy of what you entered, and ask a
        digital lead to return the round to the team if it still needs to go in.
      </p>
    );
  }
  if (state.kind === "not_found") {
    return (
      <p>
        It was given to a colleague or taken back while you typed. Keep a copy of what you entered, and ask
        your digital lead who has the question now.
      </p>
    );
  }
  if (state.kind === "too_large") return <a href="#note">Go to the note</a>;
  return null;
}
