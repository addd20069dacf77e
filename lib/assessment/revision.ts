import type { AnswerContent } from "./stored-answer";

/** How a version of an answer came about. What was refused is kept beside them and made no version. */
export type RevisionKind =
  "saved" | "carried_forward" | "withdrawn" | "undone" | "copied" | "challenge" | "agreed" | "workbook";

/** What a version came from, where it was not typed. */
export type RevisionCause = {
  /** Put back: the version whose answer it is. */
  restored?: number;
  /** Typed by a coordinator: whom for. */
  enteredFor?: string;
  /** Copied: the scope it comes from. */
  copiedFrom?: string;
  /** Copied from another trust of a group: the id of that trust. */
  copiedFromTrust?: string;
  /** Sent by a program: the token it came with. */
  token?: string;
  /** Changed in review: the challenge that was accepted. */
  challenge?: string;
  /** Confirmed when an action of the plan was finished: which. */
  action?: string;
};

/** One version of an answer: the whole of it as it then stood, who made it and when. */
export type Revision = {
  version: number;
  kind: RevisionKind;
  content: AnswerContent;
  because: RevisionCause;
  /** Whether it still had to be confirmed. */
  toConfirm: boolean;
  at: Date;
  byId: string;
};

const kindNames: Readonly<Record<RevisionKind, string>> = {
  saved: "Saved",
  carried_forward: "Carried forward from the last round",
  withdrawn: "Taken back: the answer for the whole trust serves again",
  undone: "Put back",
  copied: "Copied",
  challenge: "Changed by accepting a challenge",
  agreed: "Agreed after several people gave their view",
  workbook: "Brought in from a workbook or a document",
};

/**
 * How a version came about, in words for people. `copiedFrom` names where a copied one comes from, as
 * `placeInWords` of lib/assessment/copied-place does.
 */
export function revisionName(
  { kind, because }: Pick<Revision, "kind" | "because">,
  copiedFrom: string | null = null,
): string {
  if (kind === "copied" && copiedFrom !== null) return `Copied from ${copiedFrom}`;
  if (kind === "undone" && because.restored !== undefined) {
    return because.restored === 0 ? "Emptied again" : `Put back as it was in version ${because.restored}`;
  }
  if (because.action !== undefined) return "Confirmed as met by an action of the plan";
  if (kind === "saved" && because.token !== undefined) return "Saved by a program in their name";
  return kindNames[kind];
}
