import "server-only";
import type { EventKind } from "@/lib/access/event-kind";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { SetTarget } from "@/lib/report/targets";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { inOpenRound } from "./open-round";
import { type TenantTransaction, withTenant } from "./tenant";

/**
 * The level wanted for a capability in a scope, or for a whole dimension under its id: by when, why, whose it is, and
 * when it was approved as it stands.
 */
export type Target = {
  capabilityId: string;
  scope: string;
  level: number;
  by: Date | null;
  reason: string;
  owner: string;
  version: number;
  approvedAt: Date | null;
  approvedById: string | null;
};

const shown = {
  capabilityId: true,
  scope: true,
  level: true,
  by: true,
  reason: true,
  owner: true,
  version: true,
  approvedAt: true,
  approvedById: true,
} as const;

/** The targets of an assessment, inside a transaction that is already open. */
export async function targetsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Target[]> {
  return tx.target.findMany({ where: { organisationId, assessmentId, removedAt: null }, select: shown });
}

/** What is approved in the rounds that are not signed off, inside a transaction that is already open. */
export async function approvedTargetsIn(tx: TenantTransaction, organisationId: string): Promise<Target[]> {
  return tx.target.findMany({
    where: {
      organisationId,
      removedAt: null,
      approvedAt: { not: null },
      assessment: { state: { not: "signed_off" } },
    },
    select: shown,
  });
}

/** Targets with the name of who approved each, inside a transaction that is already open; null where nobody did. */
export async function withApprovers<Row extends { approvedById?: string | null; approvedBy?: string | null }>(
  tx: TenantTransaction,
  targets: readonly Row[],
): Promise<(Row & { approvedBy: string | null })[]> {
  const ids = [...new Set(targets.flatMap(({ approvedById }) => approvedById ?? []))];
  const people =
    ids.length === 0
      ? []
      : await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return targets.map((target) => ({
    ...target,
    approvedBy: target.approvedById
      ? (names.get(target.approvedById) ?? "a former colleague")
      : (target.approvedBy ?? null),
  }));
}

/**
 * The targets of a result with the names of who approved them, for the one page that says them; what a sign-off kept
 * has its names already.
 */
export async function withApproverNames(
  user: CurrentUser,
  targets: readonly SetTarget[],
): Promise<readonly SetTarget[]> {
  if (!targets.some(({ approvedById }) => approvedById)) return targets;
  return withTenant(user, {}, (tx) => withApprovers(tx, targets));
}

/** A target as it is listed, with who approved it. */
export type ListedTarget = Target & { approvedBy: string | null };

/** Every target of an assessment as it was set, a dimension's once; null where they are not the user's to see. */
export async function targetsOf(user: CurrentUser, assessmentId: string): Promise<ListedTarget[] | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "see current results", facts.organisationId, assessmentId)) return null;
  return withTenant(user, {}, async (tx) =>
    withApprovers(tx, await targetsIn(tx, facts.organisationId, assessmentId)),
  );
}

export type NewTarget = { level: number; by: Date | null; reason: string; owner: string };

/**
 * `stale`: somebody changed it since it was read. `closed`: the round is in review or signed off. `not_found`: the
 * assessment is not the user's to plan.
 */
export type TargetOutcome = "done" | "stale" | "closed" | "not_found";

/** Sets a target in an open round, unless it changed since `version` was read (0: there was none). */
export async function setTarget(
  user: CurrentUser,
  address: AnswerAddress,
  target: NewTarget,
  version: number,
): Promise<TargetOutcome> {
  const { assessmentId } = address;
  return planning(user, assessmentId, (tx, organisationId) =>
    setTargetIn(tx, user, keyOf(organisationId, address), target, version),
  );
}

/** The same inside a transaction that holds the open round. */
export async function setTargetIn(
  tx: TenantTransaction,
  user: CurrentUser,
  key: TargetKey,
  target: NewTarget,
  version: number,
): Promise<"done" | "stale"> {
  const values = { ...target, ...setBy(user) };
  const now =
    version === 0 ? await addTargetIn(tx, key, values) : await changeTargetIn(tx, key, values, version);
  if (now === null) return "stale";
  await note(tx, user, key, "target.set", { level: target.level, version: now });
  return "done";
}

type TargetValues = NewTarget & ReturnType<typeof setBy>;

/** The version of a target that was not there, which counts on where one was taken back; null where one stands. */
async function addTargetIn(
  tx: TenantTransaction,
  key: TargetKey,
  values: TargetValues,
): Promise<number | null> {
  const added = await tx.target.createMany({ data: [{ ...key, ...values }], skipDuplicates: true });
  if (added.count > 0) return 1;
  const [again] = await tx.target.updateManyAndReturn({
    where: { ...key, removedAt: { not: null } },
    data: { ...values, removedAt: null, version: { increment: 1 } },
    select: { version: true },
  });
  return again?.version ?? null;
}

async function changeTargetIn(
  tx: TenantTransaction,
  key: TargetKey,
  values: TargetValues,
  version: number,
): Promise<number | null> {
  const { count } = await tx.target.updateMany({
    where: { ...key, version, removedAt: null },
    data: { ...values, version: version + 1 },
  });
  return count === 0 ? null : version + 1;
}

export type WantedLevel = Omit<AnswerAddress, "assessmentId"> & { level: number };

/** Sets many targets at once, as a template has them; a capability that has one of its own keeps it. */
export async function setMissingTargets(
  user: CurrentUser,
  assessmentId: string,
  levels: readonly WantedLevel[],
  shared: Omit<NewTarget, "level">,
): Promise<TargetOutcome> {
  return planning(user, assessmentId, async (tx, organisationId) => {
    for (const { level, ...place } of levels) {
      const key = keyOf(organisationId, { assessmentId, ...place });
      const version = await addTargetIn(tx, key, { ...shared, level, ...setBy(user) });
      if (version !== null) await note(tx, user, key, "target.set", { level, version });
    }
    return "done";
  });
}

/** Takes a target of an open round back, unless it changed since; nothing happens where there is none. */
export async function removeTarget(
  user: CurrentUser,
  address: AnswerAddress,
  version: number,
): Promise<TargetOutcome> {
  const { assessmentId } = address;
  return planning(user, assessmentId, (tx, organisationId) =>
    removeTargetIn(tx, user, keyOf(organisationId, address), version),
  );
}

/** The same inside a transaction that holds the open round. */
export async function removeTargetIn(
  tx: TenantTransaction,
  user: CurrentUser,
  key: TargetKey,
  version: number,
): Promise<"done" | "stale"> {
  const removed = await tx.target.updateMany({
    where: { ...key, version, removedAt: null },
    data: { removedAt: new Date(), version: version + 1, approvedAt: null, approvedById: null },
  });
  if (removed.count > 0) await note(tx, user, key, "target.removed", { version });
  else if ((await tx.target.count({ where: { ...key, removedAt: null } })) > 0) return "stale";
  return "done";
}

export type TargetVersion = Omit<AnswerAddress, "assessmentId"> & { version: number };

/** Approves targets as they were read: all of them, or none where one has changed since. */
export async function approveTargets(
  user: CurrentUser,
  assessmentId: string,
  targets: readonly TargetVersion[],
): Promise<TargetOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "approve targets", facts.organisationId)) return "not_found";
  const { organisationId } = facts;
  return inOpenRound(user, organisationId, assessmentId, async (tx) => {
    const there = await targetsIn(tx, organisationId, assessmentId);
    const asRead = ({ capabilityId, scope, version }: TargetVersion) =>
      there.some(
        (row) => row.capabilityId === capabilityId && row.scope === scope && row.version === version,
      );
    if (!targets.every(asRead)) return "stale";
    for (const { version, ...place } of targets) {
      const key = keyOf(organisationId, { assessmentId, ...place });
      await tx.target.updateMany({
        where: key,
        data: { approvedAt: new Date(), approvedById: user.personId },
      });
      await note(tx, user, key, "target.approved", { version });
    }
    return "done";
  });
}

async function planning(
  user: CurrentUser,
  assessmentId: string,
  act: (tx: TenantTransaction, organisationId: string) => Promise<TargetOutcome>,
): Promise<TargetOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "set targets", facts.organisationId)) return "not_found";
  return inOpenRound(user, facts.organisationId, assessmentId, (tx) => act(tx, facts.organisationId));
}

/** Which target is meant. */
export type TargetKey = AnswerAddress & { organisationId: string };

function keyOf(organisationId: string, { assessmentId, capabilityId, scope }: AnswerAddress): TargetKey {
  return { organisationId, assessmentId, capabilityId, scope };
}

/** What is changed is no longer what was approved. */
function setBy({ personId }: CurrentUser) {
  return { setAt: new Date(), setById: personId, approvedAt: null, approvedById: null };
}

function note(
  tx: TenantTransaction,
  user: CurrentUser,
  { organisationId, assessmentId, capabilityId, scope }: TargetKey,
  action: EventKind,
  detail: Record<string, number>,
): Promise<void> {
  const subject = `answer:${assessmentId}/${capabilityId}/${scope}`;
  return record(tx, { organisationId, actorId: user.personId, action, subject, detail });
}
