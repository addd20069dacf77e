import { evidenceStanding, gradeInWords, type LinkedEvidence } from "@/lib/assessment/evidence";
import type { Capability, CareSetting } from "@/lib/framework/schema";
import { dateInWords, dayOf } from "./dates";
import { type ServingAnswers, servingScope } from "./serving-answers";

/**
 * What the register of evidence has today for or against each answer of a care setting, by capability id, in words and
 * by title. Empty for who may not read answers.
 */
export function evidenceByCapability(
  setting: CareSetting,
  capabilities: readonly Capability[],
  {
    evidence,
    serving,
    madeOn,
  }: { evidence: readonly LinkedEvidence[]; serving: ServingAnswers | null; madeOn: Date },
): ReadonlyMap<string, readonly string[]> {
  if (!serving) return new Map();
  const inEnglish = new Intl.Collator("en-GB");
  const sorted = [...evidence].sort(
    (one, other) => inEnglish.compare(one.title, other.title) || (one.id < other.id ? -1 : 1),
  );
  return new Map(
    capabilities.map((capability) => {
      const scope = servingScope(capability, setting, serving);
      const linked = sorted.filter((item) => item.capabilityId === capability.id && item.scope === scope);
      return [capability.id, linked.map((item) => evidenceInWords(item, madeOn))];
    }),
  );
}

/** "Restore test report (Documented; of 1 April 2026; to be reviewed by 1 April 2027)". */
function evidenceInWords(item: LinkedEvidence, madeOn: Date): string {
  const { title, effectiveOn, reviewOn, counter } = item;
  const late = evidenceStanding(item, dayOf(madeOn)) === "expired";
  const facts = [
    gradeInWords(item),
    ...(effectiveOn ? [`of ${dateInWords(effectiveOn)}`] : []),
    ...(reviewOn ? [`${late ? "was to be" : "to be"} reviewed by ${dateInWords(reviewOn)}`] : []),
  ];
  return `${counter ? "Against it: " : ""}${title} (${facts.join("; ")})`;
}
