import type { MembershipRole } from "./role";

/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 7;

export type InvitationFacts = {
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
};

export type InvitationState = "open" | "accepted" | "withdrawn" | "expired";

/** What has become of an invitation. The last moment of its time is past it. */
export function invitationState(facts: InvitationFacts, now: Date): InvitationState {
  if (facts.acceptedAt) return "accepted";
  if (facts.withdrawnAt) return "withdrawn";
  return facts.expiresAt <= now ? "expired" : "open";
}

/**
 * Why a link does not let somebody in: no invitation is known by it, it was accepted, withdrawn or left to expire, or
 * it is for another address than the signed-in person's.
 */
export type InvitationTrouble = "unknown" | "foreign" | Exclude<InvitationState, "open">;

/** A role somebody holds or is to hold; with days, both counted, for a deputy. */
export type HeldRole = { role: MembershipRole; startsOn: Date | null; endsOn: Date | null };
