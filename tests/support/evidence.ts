import { addEvidence, type NewEvidence } from "@/lib/data/evidence";
import type { CurrentUser } from "@/lib/access/user";

/** A documented piece of evidence with nothing special about it. */
export function aPiece(changes: Partial<NewEvidence> = {}): NewEvidence {
  return {
    title: "Restore test",
    url: "https://example.org/test",
    reference: "",
    owner: "IT",
    effectiveOn: null,
    reviewOn: null,
    grade: "documented",
    verifiedBy: null,
    ...changes,
  };
}

/** Such a piece in the register of a trust, and its id. */
export async function keptPiece(
  user: CurrentUser,
  organisationId: string,
  changes: Partial<NewEvidence> = {},
): Promise<string> {
  const outcome = await addEvidence(user, organisationId, aPiece(changes));
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.id;
}
