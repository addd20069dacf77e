import { roleInWords } from "@/lib/access/role";
import type { AssessmentState } from "@/lib/assessment/states";
import type { Result } from "@/lib/scoring/result";
import { type Completeness, completenessInWords } from "./completeness";
import { dateInWords } from "./dates";

/** Who signed a result, as what and when. */
export type SignedBy = {
  byName: string;
  byRole: string;
  at: Date;
  /** Where it was signed for a committee: which, when it decided, and where that is minuted. */
  committee?: string | null;
  committeeOn?: Date | null;
  minuteReference?: string | null;
  /** Who signed had also sent it for review. */
  samePerson?: boolean;
};

/**
 * "Signed off by Jo Bloggs, Approver, on 6 April 2026", with the committee it was signed for and that it was prepared
 * and signed by the same person, where it was.
 */
export function signedOffInWords(signed: SignedBy): string {
  const { byName, byRole, at, committee, committeeOn, minuteReference, samePerson } = signed;
  const role = roleInWords(byRole);
  const behalf =
    committee && committeeOn && minuteReference
      ? ` on behalf of ${committee} (${dateInWords(committeeOn)}, minute ${minuteReference})`
      : "";
  const same = samePerson ? ". Prepared and signed by the same person" : "";
  return `Signed off by ${byName}, ${role},${behalf} on ${dateInWords(at)}${same}`;
}

/** Said wherever the last sign-off of a round that was opened again is shown. */
export const BEING_REVISED =
  "Being revised: the round was opened again, and this result counts until it is signed anew";

/** Whether figures can be relied on: signed off and by whom, or how far they still are from that. */
export function standingInWords(
  state: AssessmentState,
  { stage }: Pick<Result, "stage">,
  completeness: Completeness,
  signedOff: SignedBy | null,
): string {
  if (signedOff && state !== "signed_off") return `${signedOffInWords(signedOff)}. ${BEING_REVISED}`;
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
