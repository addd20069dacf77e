import { organisationWord } from "@/lib/framework/organisation-word";
import type { Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { groupingOf } from "./grouping";
import { pillarsOf } from "./pillars";
import { scoreInFigures } from "./stage-words";

/** What the organisation itself controls, and what others do, each with its score in figures. */
export type Controlled = { own: string; of: string; others: { name: string; score: string }[] };

/**
 * The score of what the organisation itself controls: the first group of the lens `control` (decision 0003). It is
 * shown before everything else. Null where the framework does not tell who controls what.
 */
export function controlledIn(framework: Framework, result: Result): Controlled | null {
  if (groupingOf(framework).lens !== "control") return null;
  const [own, ...others] = pillarsOf(framework, result);
  if (!own) return null;
  return {
    own: scoreInFigures(own.bounds),
    of: `What the ${organisationWord(framework)} itself controls`,
    others: others.map(({ name, bounds }) => ({ name, score: scoreInFigures(bounds) })),
  };
}

/** The same in a sentence: "What the practice itself controls scores 2.6 out of 5; the ICB 2.3; a supplier 2.0." */
export function controlledInWords({ of, own, others }: Controlled): string {
  return `${of} scores ${own} out of 5; ${othersInWords(others)}.`;
}

/** What others control, within a sentence: "the ICB 2.3; a supplier 2.0". */
export function othersInWords(others: Controlled["others"]): string {
  return others.map(({ name, score }) => `${lowerFirst(name)} ${score}`).join("; ");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
