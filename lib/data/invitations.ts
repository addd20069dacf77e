import "server-only";
import { randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import { type HeldRole, INVITATION_DAYS, invitationState } from "@/lib/access/invitation";
import {
  faultIn,
  type InvitationFault,
  type InvitationInput,
  isEmail,
  NO_EMAIL,
  smallLetters,
} from "@/lib/access/invitation-input";
import { invitationMail } from "@/lib/access/invitation-mail";
import { may } from "@/lib/access/policy";
import type { MembershipRole } from "@/lib/access/role";
import type { SystemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { linkTo, mailServer } from "@/lib/env";
import { dateInWords, dayOf } from "@/lib/report/dates";
import { addOnce } from "./add-once";
import { record } from "./audit";
import { hashOfToken, invitationToken } from "./invitation-token";
import { managingActor } from "./managing-actor";
import { standingAt } from "./memberships";
import { type OrganisationFacts, organisationFacts } from "./organisation-facts";
import { queueMail } from "./outbox";
import { type TenantTransaction, withTenant } from "./tenant";
import { broughtAlong } from "./unclaimed-person";

const day = 24 * 60 * 60 * 1000;

export type InviteOutcome =
  | { kind: "invited"; id: string }
  | ({ kind: "invalid" } & InvitationFault)
  /** Somebody with this address is a member already, and can sign in: their roles are changed on their own page. */
  | { kind: "member_already"; personId: string }
  | { kind: "invited_already"; id: string }
  | { kind: "not_found" };

/**
 * Invites somebody into an organisation: one link, to one address, for seven days. It goes by mail; where no mail
 * server is set up, `invitationLink` gives it to those who may pass it on. `key` names the form it came from: the same
 * sent from it once more, by a second click, is the invitation that waits.
 */
export async function invite(
  user: CurrentUser,
  organisationId: string,
  input: InvitationInput,
  now: Date,
  key: string = randomUUID(),
): Promise<InviteOutcome> {
  const actor = managingActor(user, organisationId);
  const organisation = actor && (await organisationFacts(organisationId));
  if (!actor || !organisation) return { kind: "not_found" };
  const email = smallLetters(input.email);
  const wrong = faultIn({ ...input, email }, organisation.kind, dayOf(now));
  if (wrong) return { kind: "invalid", ...wrong };
  return send(actor, user, organisation, { ...input, email }, now, key);
}

/**
 * Invites a guest, who is to have an account and no role: what they may see was given to their address by the trust
 * (see `lib/data/grants`). For those who manage sharing.
 */
export async function inviteGuest(
  user: CurrentUser,
  organisationId: string,
  email: string,
  now: Date,
  key: string = randomUUID(),
): Promise<InviteOutcome> {
  if (!may(user, "manage sharing", organisationId)) return { kind: "not_found" };
  const organisation = await organisationFacts(organisationId);
  if (!organisation) return { kind: "not_found" };
  const address = smallLetters(email);
  if (!isEmail(address)) return { kind: "invalid", field: "email", message: NO_EMAIL };
  const input = { email: address, roles: [], startsOn: null, endsOn: null };
  return send(user, user, organisation, input, now, key);
}

/**
 * Sends an invitation that nobody has accepted once more, with a new link for another seven days; the old one ends.
 * False where there is none, or it is not the user's to send.
 */
export async function sendAgain(
  user: CurrentUser,
  organisationId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const actor = managingActor(user, organisationId);
  const organisation = actor && (await organisationFacts(organisationId));
  if (!actor || !organisation) return false;
  return withTenant(actor, { write: organisationId }, async (tx) => {
    const where = { organisationId, id, acceptedAt: null, withdrawnAt: null };
    const found = await tx.invitation.findFirst({
      where,
      select: { email: true, roles: true, startsOn: true, endsOn: true },
    });
    const ended = await tx.invitation.updateMany({ where, data: { withdrawnAt: now } });
    if (!found || ended.count === 0) return false;
    const roles = found.roles as MembershipRole[];
    await make(tx, user, organisation, { ...found, roles }, now, "invitation.sent_again", randomUUID());
    return true;
  });
}

/** Takes an invitation back: its link lets nobody in from then on. */
export async function withdrawInvitation(
  user: CurrentUser,
  organisationId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const actor = managingActor(user, organisationId);
  if (!actor) return false;
  return withTenant(actor, { write: organisationId }, async (tx) => {
    const changed = await tx.invitation.updateMany({
      where: { organisationId, id, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (changed.count > 0) await note(tx, user, organisationId, "invitation.withdrawn", id);
    return changed.count > 0;
  });
}

export type PendingInvitation = {
  id: string;
  email: string;
  roles: HeldRole[];
  expiresAt: Date;
  state: "open" | "expired";
  /** The link to pass on by hand, where no mail server is set up. */
  link: string | null;
};

/** The invitations of an organisation that wait to be accepted, or expired, the newest first; null where not theirs. */
export async function pendingInvitations(
  user: CurrentUser,
  organisationId: string,
  now: Date,
): Promise<PendingInvitation[] | null> {
  const actor = managingActor(user, organisationId);
  if (!actor) return null;
  const rows = await withTenant(actor, {}, (tx) =>
    tx.invitation.findMany({
      where: { organisationId, acceptedAt: null, withdrawnAt: null },
      orderBy: { createdAt: "desc" },
      select: {
        id: true,
        organisationId: true,
        email: true,
        roles: true,
        startsOn: true,
        endsOn: true,
        tokenHash: true,
        expiresAt: true,
        acceptedAt: true,
        withdrawnAt: true,
      },
    }),
  );
  return rows.map((row) => {
    const state = invitationState(row, now) === "open" ? "open" : "expired";
    const { id, email, startsOn, endsOn, expiresAt } = row;
    const roles = row.roles.map((role) => ({ role: role as MembershipRole, startsOn, endsOn }));
    return { id, email, roles, expiresAt, state, link: state === "open" ? linkByHand(row) : null };
  });
}

/** The link of an invitation for whoever may pass it on: only where no mail server would carry it. */
export function linkByHand(invitation: {
  organisationId: string | null;
  id: string;
  tokenHash: string;
}): string | null {
  if (mailServer()) return null;
  const token = invitationToken(invitation);
  // Another secret than when it was made: it would open nothing.
  return hashOfToken(token) === invitation.tokenHash ? invitationLink(token) : null;
}

/** The address an invitation is accepted at. */
export function invitationLink(token: string): string {
  return linkTo(`/invitation/${token}`);
}

/** The moment an invitation made now ends. */
export function endOf(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * day);
}

async function send(
  actor: CurrentUser | SystemActor,
  user: CurrentUser,
  organisation: OrganisationFacts,
  input: InvitationInput,
  now: Date,
  key: string,
): Promise<InviteOutcome> {
  const { email, roles } = input;
  const organisationId = organisation.id;
  return withTenant(actor, { write: organisationId }, async (tx) => {
    const member = await tx.membership.findFirst({
      where: { organisationId, ...standingAt(now), person: { email } },
      select: { personId: true },
    });
    const cannotSignIn = await tx.person.count({ where: { email, ...broughtAlong(organisationId) } });
    if (member && roles.length > 0 && cannotSignIn === 0) {
      return { kind: "member_already", personId: member.personId };
    }
    const waiting = await tx.invitation.findFirst({
      where: { organisationId, email, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      select: { id: true },
    });
    const again = waiting?.id === key && (await countSame(tx, user, organisationId, input, now, key)) > 0;
    if (waiting && !again) return { kind: "invited_already", id: waiting.id };
    return { kind: "invited", id: await make(tx, user, organisation, input, now, "invitation.made", key) };
  });
}

/** How many open invitations of this id say this very thing: one or none. */
function countSame(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { email, roles, startsOn, endsOn }: InvitationInput,
  now: Date,
  id: string,
): Promise<number> {
  const open = { acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } };
  const said = { email, roles: { equals: [...roles] }, startsOn, endsOn, invitedById: user.personId };
  return tx.invitation.count({ where: { organisationId, id, ...said, ...open } });
}

/** One row, one mail, one event, once a key; returns the id. */
async function make(
  tx: TenantTransaction,
  user: CurrentUser,
  { id: organisationId, name }: OrganisationFacts,
  input: InvitationInput,
  now: Date,
  action: EventKind,
  key: string,
): Promise<string> {
  const { email, roles, startsOn, endsOn } = input;
  const expiresAt = endOf(now);
  const said = { organisationId, email, roles: [...roles], startsOn, endsOn, expiresAt };
  const tokenOf = (id: string) => invitationToken({ organisationId, id });
  const made = { ...said, invitedById: user.personId, createdAt: now };
  const { id, added } = await addOnce({
    key,
    add: (id) =>
      tx.invitation.createMany({
        data: [{ ...made, id, tokenHash: hashOfToken(tokenOf(id)) }],
        skipDuplicates: true,
      }),
    same: (id) => countSame(tx, user, organisationId, input, now, id),
  });
  if (!added) return id;
  const token = tokenOf(id);
  const letter = { invitedBy: user.name, organisation: name, roles, link: invitationLink(token) };
  await queueMail(tx, { to: email, ...invitationMail({ ...letter, until: dateInWords(expiresAt) }) });
  await note(tx, user, organisationId, action, id, { roles: roles.join(" ") });
  return id;
}

async function note(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  action: EventKind,
  id: string,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await record(tx, { organisationId, actorId: user.personId, action, subject: `invitation:${id}`, detail });
}
