import type { Result } from "@/lib/scoring/result";
import { changeInFigures } from "./stage-words";

/** What is known besides a result to judge whether it is plausible. */
export type PlausibilityFacts = {
  /** The change of the overall score since the sign-off before, and which round that was. */
  change: { since: string; by: number } | null;
  /** Capabilities with documented evidence; null where that is not known. */
  documented: ReadonlySet<string> | null;
  /** Questions on which colleagues' views lie far apart, as they are called; left out for who may not see views. */
  apart?: readonly string[];
};

/** More than this in a year, either way, asks for a sentence. A go-live year is legitimate. */
const MUCH = 0.4;

/** What about a result is worth a second look (design 3 §5), a sentence each; it changes no figure. */
export function secondLooks(result: Result, { change, documented, apart = [] }: PlausibilityFacts): string[] {
  const sentences: string[] = [];
  if (change && Math.abs(change.by) > MUCH) {
    sentences.push(
      `${changeInFigures(change.by)} since ${change.since}. Few trusts move by more than ${MUCH} in a year: say why in the notes, such as a system that went live`,
    );
  }
  const unshown = documented
    ? result.capabilities.filter(({ id, low }) => low === 5 && !documented.has(id)).length
    : 0;
  if (unshown > 0) {
    const many = unshown === 1 ? "1 capability is" : `${unshown} capabilities are`;
    sentences.push(`${many} at level 5 without documented evidence`);
  }
  if (apart.length > 0) {
    const many = apart.length === 1 ? "1 question" : `${apart.length} questions`;
    sentences.push(
      `Colleagues' views of ${many} lie two or more levels apart, or some say it does not apply, and no agreed answer is recorded: ${apart.join("; ")}`,
    );
  }
  const [first, ...others] = result.capabilities;
  const same =
    first && others.length > 0 && others.every(({ low, high }) => low === first.low && high === first.low);
  if (same && first.low === first.high) {
    sentences.push(`Every capability is at level ${first.low}, which is rarely so`);
  }
  return sentences;
}
