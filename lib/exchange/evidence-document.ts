import type { LinkedEvidence } from "@/lib/assessment/evidence";
import type { AnswerDetails } from "./assessment-schema";

type EvidenceDocument = NonNullable<AnswerDetails["evidence"]>[number];

/** A piece of evidence as an assessment document says it (contract: assessment document). */
export function evidenceDocument(item: LinkedEvidence): EvidenceDocument {
  const { id, title, url, reference, owner, effectiveOn, reviewOn, grade, counter } = item;
  return {
    id,
    title,
    ...(url && { url }),
    ...(reference && { reference }),
    ...(owner && { owner }),
    ...(effectiveOn && { effective: effectiveOn.toISOString().slice(0, 10) }),
    ...(reviewOn && { review: reviewOn.toISOString().slice(0, 10) }),
    grade,
    ...(counter && { counter }),
  };
}
