import "server-only";
import { invitationState, type InvitationTrouble } from "@/lib/access/invitation";
import type { MembershipRole } from "@/lib/access/role";
import { systemActor } from "@/lib/access/system-actor";
import { type AuditEvent, record } from "./audit";
import { placeOfToken } from "./invitation-token";
import { shared, withShared, withTenant } from "./tenant";

/** An invitation as its token leads to it, into an organisation or (null) to administer the installation. */
export type KnownInvitation = {
  id: string;
  organisationId: string | null;
  tokenHash: string;
  email: string;
  roles: MembershipRole[];
  startsOn: Date | null;
  endsOn: Date | null;
  invitedById: string | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
};

const inBoth = {
  id: true,
  tokenHash: true,
  email: true,
  invitedById: true,
  expiresAt: true,
  acceptedAt: true,
  withdrawnAt: true,
} as const;

/** The invitation of a token; null where none is known by it. */
export async function lookUp(token: string): Promise<KnownInvitation | null> {
  const place = placeOfToken(token);
  if (!place) return null;
  const { organisationId, tokenHash } = place;
  if (organisationId === null) {
    const row = await shared().administratorInvitation.findUnique({ where: { tokenHash }, select: inBoth });
    return row && { ...row, organisationId, roles: [], startsOn: null, endsOn: null };
  }
  const row = await withTenant(systemActor(organisationId), {}, (tx) =>
    tx.invitation.findUnique({
      where: { organisationId_tokenHash: { organisationId, tokenHash } },
      select: { ...inBoth, roles: true, startsOn: true, endsOn: true },
    }),
  );
  return row && { ...row, organisationId, roles: row.roles as MembershipRole[] };
}

/** Why the invitation lets this person, or nobody in particular, not in; null where it does. */
export async function troubleWith(
  invitation: KnownInvitation | null,
  personId: string | null,
  now: Date,
): Promise<InvitationTrouble | null> {
  if (!invitation) return "unknown";
  // Asked first: what became of an invitation is nobody else's business.
  if (personId && (await emailOf(personId)) !== invitation.email) return "foreign";
  const state = invitationState(invitation, now);
  return state === "open" ? null : state;
}

/** Notes that a link let nobody in, where the invitation belongs; the installation's record where it is unknown. */
export async function noteRefusal(
  invitation: KnownInvitation | null,
  personId: string | null,
  why: InvitationTrouble,
): Promise<void> {
  const organisationId = invitation?.organisationId ?? null;
  const event: AuditEvent = {
    organisationId,
    actorId: personId,
    action: "invitation.refused",
    subject: `invitation:${invitation?.id ?? ""}`,
    detail: { why },
  };
  if (organisationId === null) return withShared(personId, (tx) => record(tx, event));
  const actor = systemActor(organisationId, personId);
  return withTenant(actor, { write: organisationId }, (tx) => record(tx, event));
}

async function emailOf(personId: string): Promise<string | null> {
  const person = await shared().person.findUnique({ where: { id: personId }, select: { email: true } });
  return person?.email ?? null;
}
