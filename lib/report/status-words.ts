import { isRole, roleNames } from "@/lib/access/role";
import type { AssessmentState } from "@/lib/assessment/states";
import type { Result } from "@/lib/scoring/result";
import { type Completeness, completenessInWords } from "./completeness";
import { dateInWords } from "./dates";

/** Who signed a result, as what and when. */
export type SignedBy = { byName: string; byRole: string; at: Date };

/** "Signed off by Jo Bloggs, Approver, on 6 April 2026". */
export function signedOffInWords({ byName, byRole, at }: SignedBy): string {
  const role = isRole(byRole) ? roleNames[byRole] : byRole;
  return `Signed off by ${byName}, ${role}, on ${dateInWords(at)}`;
}

/** Whether figures can be relied on: signed off and by whom, or how far they still are from that. */
export function standingInWords(
  state: AssessmentState,
  { stage }: Pick<Result, "stage">,
  completeness: Completeness,
  signedOff: SignedBy | null,
): string {
  if (signedOff) return signedOffInWords(signedOff);
  if (state === "in_review") return "In review and not signed off: figures can still change";
  if (stage.final) return "Every question is answered. Not signed off: figures can still change";
  const { answered, applicable, carriedForward } = completeness;
  const open =
    answered + carriedForward >= applicable
      ? "figures can still change"
      : "figures are ranges until every question is answered";
  return `Not signed off. ${completenessInWords(completeness)}: ${open}`;
}
