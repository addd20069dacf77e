import type { CurrentAnswer } from "@/lib/assessment/stored-answer";
import type { SaveState } from "./save-queue";

type Props = {
  state: SaveState;
  signInHref: string;
  onKeepMine: (currentVersion: number) => void;
  onUseTheirs: () => void;
  onRetry: () => void;
};

/** Whether what is on the page is saved, in words, announced politely; and what to do where it is not. */
export function SaveStatus(props: Props) {
  const { state } = props;
  const calm = ["idle", "changed", "saving", "saved"].includes(state.kind);
  return (
    <>
      <p
        className={`app-save-status${calm ? "" : " app-save-status--trouble"}`}
        role="status"
        data-save={state.kind}
      >
        {inWords(state)}
      </p>
      <Remedy {...props} />
    </>
  );
}

function inWords(state: SaveState): string {
  switch (state.kind) {
    case "idle":
      return "Your answer saves as you go";
    case "changed":
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved at ${clock.format(new Date(state.savedAt))}`;
    case "retrying":
      return "Not saved yet. The service cannot be reached, so we keep trying. Keep this page open";
    case "stale":
      return (state.current as CurrentAnswer | null)?.own
        ? "Not saved: you saved this answer in another window first. What you entered here is still on this page"
        : "Not saved: a colleague saved this answer first. Yours is still on this page";
    case "locked":
      return "Not saved: this round is closed. What you entered is still on this page";
    case "signed_out":
      return "Not saved yet: you were signed out. What you entered is still on this page";
    case "invalid":
      return `Not saved: ${state.messages.join(" ")}`;
    case "not_found":
      return "Not saved: you can no longer change this answer. Ask your digital lead";
    case "too_large":
      return "Not saved: the answer is too long. Shorten the note";
  }
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
});

function Remedy({ state, signInHref, onKeepMine, onUseTheirs, onRetry }: Props) {
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
  if (state.kind === "stale" && state.current) {
    return (
      <Theirs current={state.current as CurrentAnswer} onKeepMine={onKeepMine} onUseTheirs={onUseTheirs} />
    );
  }
  return null;
}

type TheirsProps = Pick<Props, "onKeepMine" | "onUseTheirs"> & { current: CurrentAnswer };

function Theirs({ current, onKeepMine, onUseTheirs }: TheirsProps) {
  const states = Object.values(current.value.criteria);
  const count = (state: string) => states.filter((each) => each === state).length;
  return (
    <section
      className="nhsuk-inset-text"
      aria-label={current.own ? "The answer you saved in another window" : "The answer your colleague saved"}
    >
      <p>
        {current.own ? "You, in another window," : current.by} saved at {clock.format(new Date(current.at))}:{" "}
        {current.value.notApplicable
          ? "does not apply"
          : `${count("met")} criteria met, ${count("not_met")} not met, ${count("not_known")} not known`}
        .
      </p>
      {current.value.note && <p className="app-typed">{current.value.note}</p>}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={() => onKeepMine(current.version)}
      >
        {current.own ? "Save what is on this page instead" : "Save mine instead"}
      </button>{" "}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        onClick={onUseTheirs}
      >
        {current.own ? "Use the other and drop this one" : "Use theirs and drop mine"}
      </button>
    </section>
  );
}
