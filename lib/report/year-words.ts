import { firstFew } from "./first-few";
import type { YearEntry, YearKind } from "./year-ahead";

const words: Readonly<Record<Exclude<YearKind, "own">, readonly [one: string, several: string]>> = {
  sign_off: ["A year since the last sign-off", "A year since the last sign-offs"],
  guest_review: ["A guest’s review ends", "Reviews of guests end"],
  questions: ["question is to be answered", "questions are to be answered"],
  targets: ["target is to be reached", "targets are to be reached"],
  actions: ["action is due", "actions are due"],
  contracts: ["contract ends", "contracts end"],
  evidence: ["piece of evidence is to be reviewed", "pieces of evidence are to be reviewed"],
};

/** Those that are told without their number. */
const plain: readonly YearKind[] = ["sign_off", "guest_review"];

/** How many names are told before the rest is counted. */
const NAMED = 3;

/** "2 actions are due: First, Second", in a sentence without its full stop. */
export function yearEntryInWords({ kind, count, names }: YearEntry): string {
  // What a trust typed itself has a name, and no more.
  if (kind === "own") return names.join("; ");
  const [one, several] = words[kind];
  const what = count === 1 ? one : several;
  const said = plain.includes(kind) ? what : `${count} ${what}`;
  if (names.length === 0) return said;
  const { named, more } = firstFew(names, NAMED);
  return `${said}: ${named.join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
}
