import type { Capability, CareSetting, Dimension, Framework } from "@/lib/framework/schema";
import { nameIn } from "@/lib/framework/wording";
import { entriesOf, type Passage } from "./passages";
import { holds, piecesOf, termsOf, type Piece, type Term } from "./words";

export type Hit = {
  capability: Capability;
  dimension: Dimension;
  name: readonly Piece[];
  /** The passage that fits best and where it stands, "Level 3"; null where only the name was found. */
  passage: { where: string; pieces: readonly Piece[] } | null;
};

export type SearchResult = {
  hits: Hit[];
  /** True where no capability has all the words, and `hits` has those with some. */
  partial: boolean;
};

/** The longest search that is looked at, in characters. */
export const QUERY_LIMIT = 200;

/**
 * Finds capabilities by what is written about them: number, id, name, stem, criteria, hints, evidence, who knows,
 * dimension and lens groups. In one care setting's words, or without a setting in everybody's. Best first.
 */
export function searchFramework(
  framework: Framework,
  setting: CareSetting | null,
  query: string,
): SearchResult {
  const typed = query.slice(0, QUERY_LIMIT);
  const terms = termsOf(typed);
  const entries = entriesOf(framework, setting).map((entry) => ({
    ...entry,
    ...gradeOf(entry.passages, terms),
  }));
  const named = entries.filter(({ capability }) => isNamed(capability, typed.trim().toLowerCase()));
  const whole = entries.filter(({ matched }) => terms.length > 0 && matched === terms.length);
  const partial = named.length === 0 && whole.length === 0;
  const chosen = named.length > 0 ? named : partial ? entries.filter(({ matched }) => matched > 0) : whole;
  return {
    partial,
    hits: chosen
      .sort((a, b) => b.matched - a.matched || b.weight - a.weight)
      .map(({ capability, dimension, passages }) => ({
        capability,
        dimension,
        name: piecesOf(nameIn(capability, setting), terms),
        passage: bestPassage(passages, terms),
      })),
  };
}

/** Whether the search is the number or id of the capability or the id of one of its criteria. */
function isNamed(capability: Capability, wanted: string): boolean {
  if (wanted === capability.id.toLowerCase() || wanted === capability.number) return true;
  return capability.levels.some(({ criteria }) => criteria.some(({ id }) => id.toLowerCase() === wanted));
}

/** How many terms are found, and how much the finds count: the best place most, being found often a little. */
function gradeOf(passages: readonly Passage[], terms: readonly Term[]): { matched: number; weight: number } {
  let matched = 0;
  let weight = 0;
  for (const term of terms) {
    const found = passages.filter(({ words }) => holds(words, term));
    if (found.length === 0) continue;
    matched += 1;
    weight += Math.max(...found.map((passage) => passage.weight)) * 10 + Math.min(found.length, 9);
  }
  return { matched, weight };
}

function bestPassage(passages: readonly Passage[], terms: readonly Term[]): Hit["passage"] {
  let best: Passage | null = null;
  let most = 0;
  for (const passage of passages.filter(({ isName }) => !isName)) {
    const found = terms.filter((term) => holds(passage.words, term)).length;
    if (found > most) [best, most] = [passage, found];
  }
  return best && { where: best.where, pieces: piecesOf(best.text, terms) };
}
