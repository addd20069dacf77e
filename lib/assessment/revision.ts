/** How a version of an answer came about. What was refused is kept beside them and made no version. */
export type RevisionKind =
  "saved" | "carried_forward" | "withdrawn" | "undone" | "copied" | "challenge" | "agreed";

/** What a version came from, where it was not typed. */
export type RevisionCause = {
  /** Put back: the version whose answer it is. */
  restored?: number;
  /** Copied: the scope it comes from. */
  copiedFrom?: string;
  /** Changed in review: the challenge that was accepted. */
  challenge?: string;
};
