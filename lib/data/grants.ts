import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { EventKind } from "@/lib/access/event-kind";
import {
  type Beside,
  besideChoices,
  type GrantKind,
  grantKinds,
  type GrantScope,
  grantScopes,
  scopesOf,
} from "@/lib/access/grant";
import { may } from "@/lib/access/policy";
import type { SystemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { dayOf } from "@/lib/report/dates";
import { addOnce } from "./add-once";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { shared, withTenant } from "./tenant";

type Actor = CurrentUser | SystemActor;

/** What a trust gives, to whom, how far and until which day (which still counts). */
export type NewGrant =
  | {
      kind: "consultancy";
      receiverId: string;
      email: string | null;
      scope: "results" | "answers";
      beside: Beside;
      endsOn: Date;
    }
  | { kind: "guest_reviewer"; email: string; assessmentId: string; scope: "levels" | "answers"; endsOn: Date }
  | { kind: "group"; receiverId: string };

export type GiveOutcome =
  | { kind: "given"; id: string }
  /** The consultancy or group, or the round, is not one that could be given anything. */
  | { kind: "no_receiver" }
  | { kind: "past" }
  | { kind: "not_found" };

/** Gives somebody access to an organisation from today on, once however often the form that `key` names is sent. */
export async function giveAccess(
  actor: Actor,
  organisationId: string,
  grant: NewGrant,
  now = new Date(),
  key: string = randomUUID(),
): Promise<GiveOutcome> {
  if (!mayShare(actor, organisationId)) return { kind: "not_found" };
  if ("endsOn" in grant && grant.endsOn < dayOf(now)) return { kind: "past" };
  if ("receiverId" in grant && !(await isOfKind(grant.receiverId, grant.kind)))
    return { kind: "no_receiver" };
  if (grant.kind === "guest_reviewer" && !isId(grant.assessmentId)) return { kind: "no_receiver" };
  return withTenant(actor, { write: organisationId }, async (tx) => {
    if (grant.kind === "guest_reviewer") {
      const round = await tx.assessment.findFirst({
        where: { organisationId, id: grant.assessmentId },
        select: { id: true },
      });
      if (!round) return { kind: "no_receiver" };
    }
    const { kind } = grant;
    const scope = kind === "group" ? "lead" : grant.scope;
    const given = {
      organisationId,
      kind,
      scope,
      ...("receiverId" in grant && { receiverId: grant.receiverId }),
      ...("beside" in grant && { beside: grant.beside }),
      ...("email" in grant && { email: grant.email?.trim().toLowerCase() ?? null }),
      ...("assessmentId" in grant && { assessmentId: grant.assessmentId }),
      ...("endsOn" in grant && { endsOn: grant.endsOn }),
      startsOn: dayOf(now),
      createdById: personOf(actor),
    };
    const { id, added } = await addOnce({
      key,
      add: (id) => tx.accessGrant.createMany({ data: [{ ...given, id }], skipDuplicates: true }),
      same: (id) => tx.accessGrant.count({ where: { ...given, id, endedAt: null } }),
    });
    if (!added) return { kind: "given", id };
    await record(tx, {
      ...eventOf(actor, organisationId, id, "grant.given"),
      detail: { kind, scope, receiver: "receiverId" in grant ? grant.receiverId : null },
    });
    return { kind: "given", id };
  });
}

export type GrantChange = { scope: GrantScope; beside: Beside; endsOn: Date | null };

export type ChangeOutcome = "changed" | "past" | "wrong_scope" | "not_found";

/** Changes how far a running grant reaches and until when. What it was stays in the audit record. */
export async function changeGrant(
  user: CurrentUser,
  organisationId: string,
  id: string,
  change: GrantChange,
  now = new Date(),
): Promise<ChangeOutcome> {
  if (!may(user, "manage sharing", organisationId) || !isId(id)) return "not_found";
  if (change.endsOn && change.endsOn < dayOf(now)) return "past";
  return withTenant(user, { write: organisationId }, async (tx) => {
    const where = { organisationId, id, endedAt: null };
    const before = await tx.accessGrant.findFirst({
      where,
      select: { kind: true, scope: true, beside: true },
    });
    if (!before) return "not_found";
    const possible: readonly GrantScope[] = scopesOf[before.kind as GrantKind];
    if (!possible.includes(change.scope)) return "wrong_scope";
    const changed = await tx.accessGrant.updateMany({ where, data: change });
    if (changed.count === 0) return "not_found";
    await record(tx, {
      ...eventOf(user, organisationId, id, "grant.changed"),
      detail: {
        scope: change.scope,
        scopeBefore: before.scope,
        beside: change.beside,
        besideBefore: before.beside,
        endsOn: change.endsOn?.toISOString().slice(0, 10) ?? null,
      },
    });
    return "changed";
  });
}

/** Ends a grant from the next request of whoever uses it on; false where there is none to end. */
export async function endGrant(
  user: CurrentUser,
  organisationId: string,
  id: string,
  now = new Date(),
): Promise<boolean> {
  if (!may(user, "manage sharing", organisationId) || !isId(id)) return false;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const ended = await tx.accessGrant.updateMany({
      where: { organisationId, id, endedAt: null },
      data: { endedAt: now },
    });
    if (ended.count > 0) await record(tx, eventOf(user, organisationId, id, "grant.ended"));
    return ended.count > 0;
  });
}

/** A grant as the organisation that gave it sees it. */
export type Grant = {
  id: string;
  kind: GrantKind;
  scope: GrantScope;
  beside: Beside;
  receiver: { odsCode: string; name: string } | null;
  email: string | null;
  round: string | null;
  assessmentId: string | null;
  startsOn: Date;
  endsOn: Date | null;
  endedAt: Date | null;
};

const shown = {
  id: true,
  kind: true,
  scope: true,
  beside: true,
  email: true,
  assessmentId: true,
  startsOn: true,
  endsOn: true,
  endedAt: true,
  receiver: { select: { odsCode: true, name: true } },
  assessment: { select: { round: true } },
} as const;

/** Everything an organisation ever gave, the newest first; empty where it is not the user's to see. */
export async function grantsOf(user: CurrentUser, organisationId: string): Promise<Grant[]> {
  if (!may(user, "manage sharing", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.accessGrant.findMany({ where: { organisationId }, select: shown, orderBy: { createdAt: "desc" } }),
  );
  return rows.map(asGrant);
}

/** One thing an organisation gave; null where there is none or it is not the user's to see. */
export async function grantById(
  user: CurrentUser,
  organisationId: string,
  id: string,
): Promise<Grant | null> {
  if (!may(user, "manage sharing", organisationId) || !isId(id)) return null;
  const row = await withTenant(user, {}, (tx) =>
    tx.accessGrant.findFirst({ where: { organisationId, id }, select: shown }),
  );
  return row && asGrant(row);
}

// The columns are plain text; another word in them is a fault of ours and stops the page.
const words = z.object({
  kind: z.enum(grantKinds),
  scope: z.enum(grantScopes),
  beside: z.enum(besideChoices),
});

function asGrant({ assessment, ...row }: Prisma.AccessGrantGetPayload<{ select: typeof shown }>): Grant {
  return { ...row, ...words.parse(row), round: assessment?.round ?? null };
}

/** The organisations a trust may give something to, by name. */
export async function receiversOf(
  kind: "consultancy" | "group",
): Promise<{ id: string; odsCode: string; name: string }[]> {
  const rows = await shared().organisation.findMany({
    where: { kind },
    select: { id: true, odsCode: true, name: true },
  });
  const inEnglish = new Intl.Collator("en-GB");
  return rows.sort((one, other) => inEnglish.compare(one.name, other.name));
}

async function isOfKind(id: string, kind: string): Promise<boolean> {
  if (!isId(id)) return false;
  return (await shared().organisation.count({ where: { id, kind } })) > 0;
}

function mayShare(actor: Actor, organisationId: string): boolean {
  return "memberships" in actor
    ? may(actor, "manage sharing", organisationId)
    : actor.organisationId === organisationId;
}

function personOf(actor: Actor): string | null {
  return "personId" in actor ? actor.personId : null;
}

function eventOf(actor: Actor, organisationId: string, id: string, action: EventKind) {
  return { organisationId, actorId: personOf(actor), action, subject: `grant:${id}` };
}
