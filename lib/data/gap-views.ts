import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import type { GapView, SystemBehind } from "@/lib/report/gap-view";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { inOpenRound } from "./open-round";
import { type TenantTransaction, withTenant } from "./tenant";

const shown = {
  capabilityId: true,
  standing: true,
  standingReason: true,
  importance: true,
  effort: true,
  adjustedReason: true,
  system: true,
  supplier: true,
  contractEndsOn: true,
  unblockedBy: true,
  version: true,
  changedAt: true,
  changedById: true,
} as const;

/** What the trust says of its gaps in one care setting, inside a transaction that is already open. */
export async function gapViewsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  careSetting: string,
): Promise<GapView[]> {
  const rows = await tx.gapView.findMany({
    where: { organisationId, assessmentId, careSetting },
    select: shown,
  });
  if (rows.length === 0) return [];
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(rows.map(({ changedById }) => changedById))] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "A former colleague";
  return rows.map(({ changedById, ...row }) => ({ ...row, changedBy: nameOf(changedById) })) as GapView[];
}

/** What the trust says of one gap as it stands, for who may judge gaps; null where nobody has said anything. */
export async function gapViewOf(
  user: CurrentUser,
  { assessmentId, capabilityId, careSetting }: GapPlace,
): Promise<GapView | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "judge gaps", facts.organisationId)) return null;
  const views = await withTenant(user, {}, (tx) =>
    gapViewsIn(tx, facts.organisationId, assessmentId, careSetting),
  );
  return views.find((view) => view.capabilityId === capabilityId) ?? null;
}

/** A capability's system, supplier and who can unblock it in one care setting. */
export type SystemInSetting = SystemBehind & { careSetting: CareSetting };

/**
 * Which system a capability lies in, by care setting, as far as somebody said (decision 0036), inside a transaction that
 * is already open. The caller asks who may read its answer.
 */
export async function systemsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  capabilityId: string,
): Promise<SystemInSetting[]> {
  const rows = await tx.gapView.findMany({
    where: {
      organisationId,
      assessmentId,
      capabilityId,
      OR: [{ system: { not: "" } }, { supplier: { not: "" } }, { unblockedBy: { not: null } }],
    },
    select: { careSetting: true, system: true, supplier: true, contractEndsOn: true, unblockedBy: true },
    orderBy: { careSetting: "asc" },
  });
  return rows as SystemInSetting[];
}

export type NewGapView = Omit<GapView, "capabilityId" | "version" | "changedAt" | "changedBy">;
export type GapPlace = { assessmentId: string; capabilityId: string; careSetting: CareSetting };

/** `stale`: somebody changed it since it was read. `closed`: the round is in review or signed off. */
export type GapViewOutcome = "done" | "stale" | "closed" | "not_found";

/** Keeps what the trust says of a gap of an open round, unless it changed since `version` was read (0: nothing yet). */
export async function judgeGap(
  user: CurrentUser,
  { assessmentId, capabilityId, careSetting }: GapPlace,
  view: NewGapView,
  version: number,
): Promise<GapViewOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "judge gaps", facts.organisationId)) return "not_found";
  const { organisationId } = facts;
  return inOpenRound(user, organisationId, assessmentId, async (tx) => {
    const key = { organisationId, assessmentId, capabilityId, careSetting };
    const stamp = { version: version + 1, changedAt: new Date(), changedById: user.personId };
    const written =
      version === 0
        ? await tx.gapView.createMany({ data: [{ ...key, ...view, ...stamp }], skipDuplicates: true })
        : await tx.gapView.updateMany({ where: { ...key, version }, data: { ...view, ...stamp } });
    if (written.count === 0) return "stale";
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "gap.judged",
      subject: `gap:${assessmentId}/${capabilityId}/${careSetting}`,
      detail: { version: version + 1, standing: view.standing },
    });
    return "done";
  });
}
