import type { CurrentUser } from "@/lib/access/user";
import type { NewEvidence } from "@/lib/data/evidence";
import { addEvidence } from "@/lib/data/evidence";
import { linkEvidence } from "@/lib/data/evidence-links";

type Shown = { evidence: NewEvidence; serves: readonly string[]; against?: readonly string[] };

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** What shows the answers of Ashdown Valley: in date, expiring, expired, and one that speaks against an answer. */
const register: readonly Shown[] = [
  {
    evidence: {
      ...{ title: "Cyber audit 2026", url: "https://intranet.example.org/audit/cyber-2026", reference: "" },
      ...{ owner: "Head of internal audit", effectiveOn: day("2026-06-30"), reviewOn: day("2027-06-30") },
      ...{ grade: "verified", verifiedBy: "third_line" },
    },
    serves: ["c06-1", "c06-2"],
    against: ["c06-3"],
  },
  {
    evidence: {
      ...{ title: "Digital strategy 2025 to 2028", url: null, reference: "Board paper 25/41" },
      ...{ owner: "Chief digital information officer", effectiveOn: day("2025-04-01") },
      ...{ reviewOn: day("2027-01-10"), grade: "documented", verifiedBy: null },
    },
    serves: ["c01-1"],
  },
  {
    evidence: {
      ...{ title: "Information governance annual report 2025", url: null, reference: "IG committee, item 4" },
      ...{ owner: "Information governance lead", effectiveOn: day("2025-07-01") },
      ...{ reviewOn: day("2026-06-30"), grade: "documented", verifiedBy: null },
    },
    serves: [],
  },
];

/** Fills the register of a trust, and lets it speak for the answers of a round. */
export async function fillEvidence(
  lead: CurrentUser,
  organisationId: string,
  assessmentId: string,
): Promise<void> {
  for (const { evidence, serves, against = [] } of register) {
    const kept = await addEvidence(lead, organisationId, evidence);
    if (kept.kind !== "kept") throw new Error(`The demo's evidence stopped: ${kept.kind}`);
    for (const capabilityId of [...serves, ...against]) {
      const place = { assessmentId, capabilityId, scope: "organisation" };
      await linkEvidence(lead, place, kept.id, against.includes(capabilityId));
    }
  }
}
