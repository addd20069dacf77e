import "server-only";
import { randomUUID } from "node:crypto";
import type { InvitationTrouble } from "@/lib/access/invitation";
import type { MembershipRole } from "@/lib/access/role";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { makeAdministrator } from "./administrators";
import { record } from "./audit";
import { type KnownInvitation, lookUp, noteRefusal, troubleWith } from "./invitation-lookup";
import { letIn } from "./memberships";
import { organisationFacts } from "./organisation-facts";
import { isUniqueViolation, shared, withShared, withTenant } from "./tenant";
import { unclaimedPerson } from "./unclaimed-person";

/** An invitation as its page shows it to whoever holds the link. */
export type OpenInvitation = {
  /** Null for an invitation to administer the installation. */
  organisation: { name: string; odsCode: string } | null;
  roles: readonly MembershipRole[];
  startsOn: Date | null;
  endsOn: Date | null;
  email: string;
  invitedBy: string | null;
  expiresAt: Date;
  /** Whether somebody signs in with this address already: then they accept by signing in. */
  hasAccount: boolean;
};

type Refusal = { kind: "refused"; why: InvitationTrouble };
export type InvitationFound = { kind: "open"; invitation: OpenInvitation } | Refusal;
/** `odsCode` names where they are in now; null for an administrator. */
export type Acceptance = { kind: "accepted"; personId: string; odsCode: string | null } | Refusal;

/** What an invitation's link leads to, for the person signed in or nobody. A link that leads nowhere is noted. */
export async function findInvitation(
  user: CurrentUser | null,
  token: string,
  now: Date,
): Promise<InvitationFound> {
  const found = await lookUp(token);
  const why = await troubleWith(found, user?.personId ?? null, now);
  if (!found || why) return refuse(found, user?.personId ?? null, why);
  const { email, invitedById, roles, startsOn, endsOn, expiresAt } = found;
  const inviter =
    invitedById && (await shared().person.findUnique({ where: { id: invitedById }, select: { name: true } }));
  const account = await shared().person.findUnique({ where: { email }, select: { id: true } });
  return {
    kind: "open",
    invitation: {
      roles,
      startsOn,
      endsOn,
      email,
      expiresAt,
      organisation: await organisationOf(found),
      invitedBy: inviter ? inviter.name : null,
      hasAccount: account !== null && (await unclaimedPerson(email, found.organisationId)) === null,
    },
  };
}

/** Accepts an invitation for a person with its address: once, however often it is tried. */
export async function acceptInvitation(personId: string, token: string, now: Date): Promise<Acceptance> {
  const found = await lookUp(token);
  const why = await troubleWith(found, personId, now);
  if (!found || why) return refuse(found, personId, why);
  if (!(await take(found, personId, now))) return takenMeanwhile(token, personId, now);
  return arrived(found, personId);
}

export type Newcomer = { name: string; jobTitle?: string };
/** The tables by which a newcomer proves from now on who they are. */
export type ProofTransaction = Pick<
  Prisma.TransactionClient,
  "person" | "credential" | "identity" | "auditEvent"
>;

/**
 * Makes an account for the address of an invitation and accepts it, in one transaction: `prove` writes by what the
 * person will sign in (a password, another issuer's identity). `has_account` where the address has an account already:
 * its owner signs in and accepts. Who came with the organisation's records gets theirs now, and is who they were.
 */
export async function joinByInvitation(
  token: string,
  { name, jobTitle }: Newcomer,
  prove: (tx: ProofTransaction, personId: string) => Promise<void>,
  now: Date,
): Promise<Acceptance | { kind: "has_account" }> {
  const found = await lookUp(token);
  const why = await troubleWith(found, null, now);
  if (!found || why) return refuse(found, null, why);
  const unclaimed = await unclaimedPerson(found.email, found.organisationId);
  const personId = unclaimed ?? randomUUID();
  const openAccount = async (tx: ProofTransaction) => {
    const facts = { name, jobTitle };
    if (unclaimed)
      await tx.person.updateMany({ where: { id: personId }, data: { ...facts, cameWithId: null } });
    else {
      await tx.person.create({ data: { id: personId, ...facts, email: found.email }, select: { id: true } });
    }
    const action = unclaimed ? "person.claimed" : "person.added";
    await record(tx, { organisationId: null, actorId: personId, action, subject: `person:${personId}` });
    await prove(tx, personId);
  };
  try {
    if (!(await take(found, personId, now, openAccount))) return await takenMeanwhile(token, null, now);
    return await arrived(found, personId);
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: "has_account" };
    throw error;
  }
}

/**
 * Takes the invitation in the name of who accepts it, where it belongs, after what comes `first`. False, with nothing
 * changed, where it was accepted or withdrawn meanwhile: the row itself decides.
 */
async function take(
  found: KnownInvitation,
  personId: string,
  now: Date,
  first: (tx: ProofTransaction) => Promise<void> = async () => {},
): Promise<boolean> {
  const { id, organisationId, tokenHash, roles, startsOn, endsOn } = found;
  const where = { id, tokenHash, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } };
  const data = { acceptedAt: now, acceptedById: personId };
  const subject = `invitation:${id}`;
  const event = { organisationId, actorId: personId, action: "invitation.accepted", subject } as const;
  try {
    if (organisationId === null) {
      await withShared(personId, async (tx) => {
        await first(tx);
        onlyOne(await tx.administratorInvitation.updateMany({ where, data }));
        await makeAdministrator(tx, personId, personId);
        await record(tx, event);
      });
    } else {
      const actor = systemActor(organisationId, personId);
      await withTenant(actor, { write: organisationId }, async (tx) => {
        await first(tx);
        onlyOne(await tx.invitation.updateMany({ where: { ...where, organisationId }, data }));
        for (const role of roles) {
          await letIn(tx, personId, { organisationId, personId, role, startsOn, endsOn });
        }
        await record(tx, event);
      });
    }
    return true;
  } catch (error) {
    if (error instanceof NotTaken) return false;
    throw error;
  }
}

class NotTaken extends Error {}

function onlyOne({ count }: { count: number }): void {
  if (count !== 1) throw new NotTaken();
}

async function arrived(found: KnownInvitation, personId: string): Promise<Acceptance> {
  return { kind: "accepted", personId, odsCode: (await organisationOf(found))?.odsCode ?? null };
}

async function organisationOf({ organisationId }: KnownInvitation) {
  const facts = organisationId === null ? null : await organisationFacts(organisationId);
  return facts && { name: facts.name, odsCode: facts.odsCode };
}

async function takenMeanwhile(token: string, personId: string | null, now: Date): Promise<Refusal> {
  const found = await lookUp(token);
  return refuse(found, personId, (await troubleWith(found, personId, now)) ?? "accepted");
}

async function refuse(
  found: KnownInvitation | null,
  personId: string | null,
  trouble: InvitationTrouble | null,
): Promise<Refusal> {
  const why = trouble ?? "unknown";
  await noteRefusal(found, personId, why);
  return { kind: "refused", why };
}
