import { useEffect, useRef, useState } from "react";
import { useErrorTitle } from "@/components/nhs/error-title";
import type { CurrentAnswer } from "@/lib/assessment/stored-answer";
import { clockTime } from "@/lib/report/dates";
import type { SaveState } from "./save-queue";
import { type RemedyProps, saveRemedy } from "./save-remedy";

type Props = RemedyProps & {
  /** True while a question has to be answered before anything is saved; the question speaks for itself. */
  asking: boolean;
  /** How often focus was called here: to what can be done about it, or else to the words. */
  calls: number;
  /** The service was updated since the page was opened: what stands beside the answer no longer follows it. */
  updated: boolean;
  /** The address of the page. */
  here: string;
};

/**
 * Whether what is on the page is saved, in words. Read out politely, each piece of news once: that a save is under
 * way is shown but never said, and that it went well at most once a minute, or every pause in typing would speak.
 * Whoever types keeps their place when something goes wrong; whoever pressed a button is taken to what went wrong.
 */
export function SaveStatus({ calls, asking, updated, here, ...props }: Props) {
  const { state } = props;
  const remedy = saveRemedy(props);
  const trouble = !CALM.has(state.kind);
  const passing = asking || state.kind === "changed" || state.kind === "saving";
  const [said, setSaid] = useState(inWords(state));
  const news = passing ? said : inWords(state);
  if (news !== said) setSaid(news);

  const words = useRef<HTMLParagraphElement>(null);
  const help = useRef<HTMLDivElement>(null);
  useErrorTitle(trouble && state.kind !== "retrying");
  useEffect(() => {
    if (calls > 0) (help.current ?? words.current)?.focus();
  }, [calls]);

  return (
    <>
      <p
        ref={words}
        tabIndex={-1}
        className={`app-save-status${trouble ? " app-save-status--trouble" : ""}`}
        data-save={state.kind}
      >
        <span role="status" className={passing ? "nhsuk-u-visually-hidden" : undefined}>
          {news}
        </span>
        {passing && <span aria-hidden="true">{asking ? "Not saved yet" : "Saving…"}</span>}
      </p>
      {updated && (
        <p>
          The service was updated while this page was open. Your answer is saved;{" "}
          <a className="nhsuk-link" href={here}>
            load the page again
          </a>{" "}
          to see what it comes to.
        </p>
      )}
      {remedy && (
        <div ref={help} tabIndex={-1}>
          {remedy}
        </div>
      )}
    </>
  );
}

const CALM: ReadonlySet<SaveState["kind"]> = new Set(["idle", "changed", "saving", "saved"]);

function inWords(state: SaveState): string {
  switch (state.kind) {
    case "idle":
      return "Your answer saves as you go";
    case "changed":
    case "saving":
      return "";
    case "saved":
      return `Saved at ${clockTime(new Date(state.savedAt))}`;
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
      return "Not saved: this question is no longer yours to answer. What you entered is still on this page";
    case "too_large":
      return "Not saved: the answer is too long. Shorten the note";
  }
}
