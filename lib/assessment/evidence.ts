/** How well an answer is shown (scoring rules, 5). */
export const evidenceGrades = ["none", "stated", "documented", "verified"] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Who verified: management, a committee, or audit and others from outside. */
export const verifiers = ["first_line", "second_line", "third_line"] as const;
export type Verifier = (typeof verifiers)[number];

/** A piece of evidence: a reference to what shows an answer. Days are kept at midnight UTC. */
export type EvidenceItem = {
  id: string;
  title: string;
  url: string | null;
  reference: string;
  owner: string;
  effectiveOn: Date | null;
  /** The last day it can be relied on. */
  reviewOn: Date | null;
  grade: EvidenceGrade;
  verifiedBy: Verifier | null;
  version: number;
};

/** A piece that stands in a register; one that was copied there may still have to be confirmed. */
export type KeptEvidence = EvidenceItem & {
  /** The trust it was copied from; empty where it was not. */
  copiedFrom: string;
  /** The first piece, of which all copies are copies; null where this is no copy. */
  copiedPieceId: string | null;
  /** It then speaks for nothing yet. */
  toConfirm: boolean;
};

/**
 * What of a piece another trust of the group takes over. Who verified it verified it for the trust it comes from, so
 * that the copy is documented at most, as anything brought in.
 */
export function asCopied({
  title,
  url,
  reference,
  owner,
  effectiveOn,
  reviewOn,
  grade,
}: EvidenceItem): Omit<EvidenceItem, "id" | "version"> {
  const shown = grade === "verified" ? "documented" : grade;
  return { title, url, reference, owner, effectiveOn, reviewOn, grade: shown, verifiedBy: null };
}

/** A piece of evidence as it speaks for, or against, one answer. */
export type LinkedEvidence = EvidenceItem & { capabilityId: string; scope: string; counter: boolean };

const gradeNames: Readonly<Record<EvidenceGrade, string>> = {
  none: "Not graded",
  stated: "Stated",
  documented: "Documented",
  verified: "Verified",
};

export const verifierNames: Readonly<Record<Verifier, string>> = {
  first_line: "management (first line)",
  second_line: "a committee (second line)",
  third_line: "audit or somebody from outside (third line)",
};

/** The grade in words, with who verified. */
export function gradeInWords({ grade, verifiedBy }: Pick<EvidenceItem, "grade" | "verifiedBy">): string {
  return grade === "verified" && verifiedBy ? `Verified by ${verifierNames[verifiedBy]}` : gradeNames[grade];
}

/** How many days before its review date a piece of evidence counts as expiring soon. */
const SOON = 60;

/** Where a piece of evidence stands on a day, at midnight UTC: its review date itself is not yet late. */
export function evidenceStanding(
  { reviewOn }: Pick<EvidenceItem, "reviewOn">,
  today: Date,
): "expired" | "expiring" | "current" {
  if (!reviewOn) return "current";
  if (reviewOn < today) return "expired";
  return reviewOn.getTime() - today.getTime() <= SOON * 24 * 60 * 60_000 ? "expiring" : "current";
}

/** True for evidence that shows an answer by a document, today: what is expired or speaks against it does not. */
export function isDocumented(item: LinkedEvidence, today: Date): boolean {
  const shows = item.grade === "documented" || item.grade === "verified";
  return shows && !item.counter && evidenceStanding(item, today) !== "expired";
}
