import { confidences, type Confidence } from "@/lib/assessment/stored-answer";
import type { Evidenced } from "@/lib/scoring/evidenced";
import { capabilitiesOf } from "@/lib/framework/find";
import { type Completeness, completenessOf } from "./completeness";
import { notKnownIn, type Standing } from "./findings";
import { overallMissing, scoreInFigures } from "./stage-words";

/** How sure people were of their answers, by capability id. */
export type Confidences = ReadonlyMap<string, { confidence: Confidence | null }>;

/** How sure one can be of a result (design 3 §5): shown beside the score, never part of it. */
export type Sureness = Completeness & {
  /** Undecided criteria that can still change a level. */
  openCriteria: number;
  /** Criteria answered "not known", and in how many capabilities. They count as not met. */
  notKnown: { criteria: number; capabilities: number };
  /** How many capabilities were answered with which confidence; null where that is not for this person to see. */
  confidence: Record<Confidence | "not_stated", number> | null;
  /** Evidence cover and evidenced score; null where they are not known. */
  evidenced: Evidenced | null;
  /** The overall score that the next stage still needs, which the evidenced score then has not reached either. */
  needs: number | undefined;
};

/** Sums up how sure a result is. `serving` are the answers behind it, for their confidence. */
export function surenessOf(
  { framework, setting, result, answers, evidenced }: Standing,
  serving: Confidences | null,
): Sureness {
  const scored = new Set(result.capabilities.map(({ id }) => id));
  const notKnown = capabilitiesOf(framework).flatMap((capability) => {
    if (!scored.has(capability.id)) return [];
    const count = notKnownIn(capability, setting, answers);
    return count > 0 ? [count] : [];
  });
  return {
    ...completenessOf(result, answers),
    openCriteria: result.completeness.openCriteria,
    notKnown: {
      criteria: notKnown.reduce((sum, count) => sum + count, 0),
      capabilities: notKnown.length,
    },
    confidence: serving && confidenceIn(result.capabilities, serving),
    evidenced: evidenced ?? null,
    needs: overallMissing(result),
  };
}

function confidenceIn(
  capabilities: Standing["result"]["capabilities"],
  serving: Confidences,
): Sureness["confidence"] {
  const counts = { low: 0, medium: 0, high: 0, not_stated: 0 };
  for (const { id, answered } of capabilities) {
    if (answered) counts[serving.get(id)?.confidence ?? "not_stated"] += 1;
  }
  return counts;
}

/** "4 criteria in 3 capabilities are answered “not known” and count as not met", or that there is none. */
export function notKnownInWords({ notKnown: { criteria, capabilities } }: Sureness): string {
  if (criteria === 0) return "Nothing is answered “not known”";
  const verb = criteria === 1 ? "is" : "are";
  const counts = criteria === 1 ? "counts" : "count";
  const where = plural(capabilities, "capability", "capabilities");
  return `${plural(criteria, "criterion", "criteria")} in ${where} ${verb} answered “not known” and ${counts} as not met`;
}

/**
 * "12 of 50 capabilities have documented evidence", and the evidenced score: levels 4 and 5 counted only with it. Null
 * where that is not known.
 */
export function evidencedInWords({ evidenced, needs }: Pick<Sureness, "evidenced" | "needs">): string | null {
  if (!evidenced) return null;
  const { overall } = evidenced;
  const cover = coverInWords(evidenced);
  if (!overall) return cover;
  return `${cover}. Evidenced score ${scoreInFigures(overall, needs)}: levels 4 and 5 count only with it`;
}

/** The same where room is short: "12 of 50 capabilities have documented evidence; evidenced score 2.4, where levels 4 and 5 need it". */
export function evidencedBriefly({ evidenced, needs }: Pick<Sureness, "evidenced" | "needs">): string | null {
  if (!evidenced) return null;
  const { overall } = evidenced;
  return (
    coverInWords(evidenced) +
    (overall ? `; evidenced score ${scoreInFigures(overall, needs)}, where levels 4 and 5 need it` : "")
  );
}

function coverInWords({ documented, of }: Evidenced): string {
  return `${documented} of ${plural(of, "capability", "capabilities")} ${documented === 1 ? "has" : "have"} documented evidence`;
}

/** "High for 20, medium for 22, low for 5, not stated for 3" of the answered capabilities; null where not to be seen. */
export function confidenceInWords({ confidence }: Sureness): string | null {
  if (!confidence) return null;
  const parts = [...confidences].reverse().map((name) => `${name} for ${confidence[name]}`);
  if (confidence.not_stated > 0) parts.push(`not stated for ${confidence.not_stated}`);
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
