import { ONE_FACT } from "@/lib/framework/content-rules/one-fact";
import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { criterionProse } from "@/lib/framework/content-rules/prose";

/** What usually joins a second fact to a first. */
const JOINS: readonly { called: string; join: RegExp }[] = [
  { called: "and", join: /(?<!-)\band\b(?!-)/ },
  { called: ";", join: /;/ },
  { called: "a second sentence", join: /[.!?]\s+\S/ },
  { called: "a clause hung on with a comma", join: /, (with|which|who|where|while|but|so)\b/ },
  { called: "as well as", join: /\b(as well as|in addition|along with|together with|also|plus)\b/ },
  { called: "at least, twice", join: /\bat least\b.*\bat least\b/ },
];

/** Longest first, so that a short phrase never spoils a longer one that holds it. */
const PHRASES = Object.keys(ONE_FACT)
  .map((phrase) => phrase.toLowerCase())
  .sort((a, b) => b.length - a.length);

/**
 * A criterion is one fact that is true or false (design 2). Anything that could join two is refused unless
 * its very phrase stands on the list of phrases that are one fact, with the reason.
 */
export const twoFacts: ContentRule = (framework) =>
  criterionProse(framework).flatMap(({ text, at }) => {
    const rest = PHRASES.reduce((left, phrase) => left.replaceAll(phrase, "…"), text.toLowerCase());
    return JOINS.filter(({ join }) => join.test(rest)).map(({ called }) =>
      problemAt(
        at,
        `may hold two facts ("${called}"): split it, or list the phrase with its reason in lib/framework/content-rules/one-fact.ts`,
      ),
    );
  });

/** The listed phrases that none of the texts uses: they can leave the list. */
export function unusedOneFacts(texts: readonly string[]): string[] {
  const all = texts.join("\n").toLowerCase();
  return PHRASES.filter((phrase) => !all.includes(phrase));
}
