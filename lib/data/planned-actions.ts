import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { Prisma } from "@/lib/generated/prisma/client";
import {
  type ActionContent,
  actionContentSchema,
  isChangeable,
  isDraft,
  type PlannedAction,
} from "@/lib/plan/action";
import type { ActionChange } from "@/lib/plan/action-history";
import { addOnce } from "./add-once";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { standingAt } from "./memberships";
import { namesOf } from "./people";
import { actionIn } from "./plan";
import { type TenantTransaction, withTenant } from "./tenant";

/** `stale`: a colleague saved since `version` was read; what stands now comes with it. Only `kept` changed anything. */
export type ActionOutcome =
  | { kind: "kept"; id: string; version: number }
  | { kind: "stale"; current: PlannedAction; by: string; at: Date }
  /** The owner named is no member of the organisation. */
  | { kind: "unknown_owner" }
  /** The action is finished or was ended: it is taken up again first. */
  | { kind: "closed" }
  | { kind: "not_found" };

/** Adds an action to the plan. `key` names the form it was typed in: sent from it once more, it is what is there. */
export async function addAction(
  user: CurrentUser,
  organisationId: string,
  content: ActionContent,
  key: string = randomUUID(),
): Promise<ActionOutcome> {
  if (!may(user, "plan", organisationId)) return { kind: "not_found" };
  return withTenant(user, { write: organisationId }, (tx) =>
    addActionIn(tx, user, organisationId, content, { change: "added", key }),
  );
}

/** How an action comes to be, what names its making, and the trust it was copied from. */
export type NewAction = { change: ActionChange; key?: string; copiedFrom?: string };

/** The same inside a transaction that is already open, for a caller that has asked the policy. */
export async function addActionIn(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  content: ActionContent,
  { change, key = randomUUID(), copiedFrom }: NewAction,
): Promise<Extract<ActionOutcome, { kind: "kept" | "unknown_owner" }>> {
  if (!(await isMember(tx, organisationId, content.ownerId))) return { kind: "unknown_owner" };
  const stamp = { version: 1, changedAt: new Date(), changedById: user.personId };
  const action = { organisationId, copiedFrom, ...columnsOf(content), ...stamp };
  const { id, added } = await addOnce({
    key,
    add: (id) => tx.plannedAction.createMany({ data: [{ ...action, id }], skipDuplicates: true }),
    same: async (id) => {
      const there = await actionIn(tx, organisationId, id);
      return there && isJustAdded(there, content) ? 1 : 0;
    },
  });
  if (added) await keepVersion(tx, user, organisationId, { ...content, id, version: 1 }, change);
  return { kind: "kept", id, version: 1 };
}

/** Whether an action is as it was added with this content: nobody has changed it since. */
export function isJustAdded({ id: _, ...action }: PlannedAction, content: ActionContent): boolean {
  return isDeepStrictEqual(action, { ...content, version: 1 });
}

/** How an action becomes the next version of itself, from the one that stands; null where it may not. */
export type ActionEdit = (action: PlannedAction) => ActionContent | null;

/**
 * Changes an action, unless somebody changed it since `version` was read. `edit` works on what stands, inside the
 * transaction, and gives null for an action that is closed to it.
 */
export async function changeAction(
  user: CurrentUser,
  organisationId: string,
  { id, version }: { id: string; version: number },
  change: ActionChange,
  edit: ActionEdit,
): Promise<ActionOutcome> {
  if (!may(user, "plan", organisationId)) return { kind: "not_found" };
  return writeVersion(user, organisationId, { id, version }, change, edit);
}

/** The same for a caller that has asked the policy itself. */
export async function writeVersion(
  user: CurrentUser,
  organisationId: string,
  { id, version }: { id: string; version: number },
  change: ActionChange,
  edit: ActionEdit,
): Promise<ActionOutcome> {
  const outcome = await withTenant(user, { write: organisationId }, (tx) =>
    writeVersionIn(tx, user, organisationId, { id, version }, change, edit),
  );
  if (outcome.kind !== "stale") return outcome;
  const { byId, ...stale } = outcome;
  return { ...stale, by: (await namesOf([byId])).get(byId) ?? "A former colleague" };
}

/** The same inside a transaction that is already open; who saved what stands by their id. */
export async function writeVersionIn(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { id, version }: { id: string; version: number },
  change: ActionChange,
  edit: ActionEdit,
) {
  const current = isId(id) ? await actionIn(tx, organisationId, id) : null;
  if (!current) return { kind: "not_found" } as const;
  if (current.version !== version) return staleIn(tx, organisationId, current);
  const content = edit(current);
  if (!content) return { kind: "closed" } as const;
  actionContentSchema.parse(content);
  if (content.ownerId !== current.ownerId && !(await isMember(tx, organisationId, content.ownerId)))
    return { kind: "unknown_owner" } as const;
  const stamp = { version: version + 1, changedAt: new Date(), changedById: user.personId };
  const written = await tx.plannedAction.updateMany({
    where: { organisationId, id, version },
    data: { ...columnsOf(content), ...stamp },
  });
  if (written.count === 0) {
    const now = await actionIn(tx, organisationId, id);
    return now ? staleIn(tx, organisationId, now) : ({ kind: "not_found" } as const);
  }
  await keepVersion(tx, user, organisationId, { ...content, id, version: version + 1 }, change);
  return { kind: "kept", id, version: version + 1 } as const;
}

/** Puts a draft forward: from now on everybody who may see the plan sees it, and papers and figures count it. */
export async function putActionForward(
  user: CurrentUser,
  organisationId: string,
  place: { id: string; version: number },
): Promise<ActionOutcome> {
  return changeAction(user, organisationId, place, "put_forward", (action) =>
    isDraft(action) ? { ...action, status: "not_started" } : null,
  );
}

/** Ends an action early, with the reason; its history and figures stay on record and no longer count. */
export async function endAction(
  user: CurrentUser,
  organisationId: string,
  place: { id: string; version: number },
  reason: string,
): Promise<ActionOutcome> {
  return changeAction(user, organisationId, place, "ended", (action) =>
    isChangeable(action) ? { ...action, status: "ended", endedReason: reason } : null,
  );
}

/** Takes up again what was finished or ended. */
export async function takeUpAction(
  user: CurrentUser,
  organisationId: string,
  place: { id: string; version: number },
): Promise<ActionOutcome> {
  return changeAction(user, organisationId, place, "taken_up", (action) =>
    isChangeable(action) ? null : { ...action, status: "in_progress", finishedOn: null, endedReason: "" },
  );
}

function columnsOf({
  startsOn,
  dueOn,
  finishedOn,
  risk,
  serves,
  costs,
  benefits,
  ...content
}: ActionContent) {
  const { title, description, ownerTitle, ownerId, phase, status, endedReason } = content;
  const { optimismPercent, noDoubleRunning } = content;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const document = (value: unknown) => value as Prisma.InputJsonValue;
  return {
    title,
    description,
    ownerTitle,
    ownerId,
    phase,
    status,
    endedReason,
    optimismPercent,
    noDoubleRunning,
    startsOn: startsOn === null ? null : day(startsOn),
    dueOn: day(dueOn),
    finishedOn: finishedOn === null ? null : day(finishedOn),
    risk: risk === null ? Prisma.DbNull : document(risk),
    serves: document(serves),
    costs: document(costs),
    benefits: document(benefits),
  };
}

/** The version whole, and its event, beside the change: all or none. */
async function keepVersion(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { id, version, ...content }: PlannedAction,
  change: ActionChange,
): Promise<void> {
  await tx.plannedActionRevision.create({
    data: {
      organisationId,
      actionId: id,
      version,
      change,
      at: new Date(),
      byId: user.personId,
      value: content as unknown as Prisma.InputJsonValue,
    },
    select: { version: true },
  });
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action: `action.${change}`,
    subject: `action:${id}`,
    detail: { version, state: content.status },
  });
}

async function staleIn(tx: TenantTransaction, organisationId: string, current: PlannedAction) {
  const { changedById, changedAt } = await tx.plannedAction.findUniqueOrThrow({
    where: { organisationId_id: { organisationId, id: current.id } },
    select: { changedById: true, changedAt: true },
  });
  return { kind: "stale" as const, current, byId: changedById, at: changedAt };
}

async function isMember(tx: TenantTransaction, organisationId: string, personId: string | null) {
  if (personId === null) return true;
  if (!isId(personId)) return false;
  const held = await tx.membership.count({ where: { organisationId, personId, ...standingAt(new Date()) } });
  return held > 0;
}
