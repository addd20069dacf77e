import "server-only";
import { may } from "@/lib/access/policy";
import type { SystemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { type CareSetting, careSettingSchema, type Framework } from "@/lib/framework/schema";
import { changeSince } from "@/lib/report/score-trend";
import { type SharedResult, sharedResult, sharedResultSchema } from "@/lib/report/shared-result";
import type { Result } from "@/lib/scoring/result";
import { record } from "./audit";
import { findFramework, listFrameworks } from "./frameworks";
import { type TenantTransaction, withTenant } from "./tenant";

type Actor = CurrentUser | SystemActor;

/** Whether a trust shares what it signs off with its board and region, and since when. */
export type SharingChoice = { withSystem: boolean; changedAt: Date | null };

/** What the trust chose; null where the person may not decide about it. */
export async function sharingChoice(
  user: CurrentUser,
  organisationId: string,
): Promise<SharingChoice | null> {
  if (!may(user, "manage sharing", organisationId)) return null;
  const row = await withTenant(user, {}, (tx) =>
    tx.sharingChoice.findUnique({
      where: { organisationId },
      select: { withSystem: true, changedAt: true },
    }),
  );
  return row ?? { withSystem: false, changedAt: null };
}

/**
 * Keeps a trust's choice. From yes on its signed-off results are where its board and region find them; from no on
 * nothing of them is left there. False where it is not the actor's to decide.
 */
export async function chooseSharing(
  actor: Actor,
  organisationId: string,
  { withSystem }: { withSystem: boolean },
  now = new Date(),
): Promise<boolean> {
  if (!mayShare(actor, organisationId)) return false;
  const frameworks = await allFrameworks();
  const changedById = "personId" in actor ? actor.personId : null;
  await withTenant(actor, { write: organisationId }, async (tx) => {
    const choice = { withSystem, changedAt: now, changedById };
    await tx.sharingChoice.upsert({
      where: { organisationId },
      create: { organisationId, ...choice },
      update: choice,
    });
    await publishIn(tx, organisationId, frameworks);
    await record(tx, {
      organisationId,
      actorId: changedById,
      action: "sharing.chosen",
      subject: `organisation:${organisationId}`,
      detail: { withSystem },
    });
  });
  return true;
}

function mayShare(actor: Actor, organisationId: string): boolean {
  return "memberships" in actor
    ? may(actor, "manage sharing", organisationId)
    : actor.organisationId === organisationId;
}

/** Frameworks by "id@version", read before a transaction begins because it must not wait for them. */
export type Frameworks = ReadonlyMap<string, Framework>;

export async function allFrameworks(): Promise<Frameworks> {
  const known = new Map<string, Framework>();
  for (const { id, version } of await listFrameworks()) {
    const framework = await findFramework(id, version);
    if (framework) known.set(`${id}@${version}`, framework);
  }
  return known;
}

/**
 * Puts what a trust shares where its system finds it: the last sign-off of each round, or nothing where it chose not
 * to share. Whatever signs a round off, opens it again or changes the choice calls it, in its own transaction.
 */
export async function publishIn(
  tx: TenantTransaction,
  organisationId: string,
  frameworks: Frameworks,
): Promise<void> {
  await tx.publishedResult.deleteMany({ where: { organisationId } });
  const choice = await tx.sharingChoice.findUnique({
    where: { organisationId },
    select: { withSystem: true },
  });
  if (!choice?.withSystem) return;
  const rows = await tx.snapshot.findMany({
    where: { organisationId, kind: "sign_off" },
    select: {
      id: true,
      assessmentId: true,
      round: true,
      frameworkId: true,
      frameworkVersion: true,
      results: true,
      at: true,
      assessment: { select: { state: true } },
    },
    orderBy: { at: "desc" },
  });
  const newestFirst = rows.filter(
    ({ assessmentId }, index) => rows.findIndex((row) => row.assessmentId === assessmentId) === index,
  );
  const published = newestFirst.flatMap((row, index) =>
    Object.entries(row.results as Record<string, Result>).flatMap(([name, result]) => {
      const setting = careSettingSchema.parse(name);
      const signed = signedOf(row, setting, frameworks);
      if (!signed) return [];
      const before = newestFirst.slice(index + 1).flatMap((earlier) => {
        const found = signedOf(earlier, setting, frameworks);
        return found ? [found] : [];
      })[0];
      const change = before && {
        since: before.round,
        compared: changeSince(setting, before, signed),
      };
      return [
        {
          organisationId,
          assessmentId: row.assessmentId,
          careSetting: setting,
          snapshotId: row.id,
          round: row.round,
          frameworkId: row.frameworkId,
          frameworkVersion: row.frameworkVersion,
          signedOffAt: row.at,
          beingRevised: row.assessment.state !== "signed_off",
          result: sharedResult(signed.framework, setting, result, change ?? null),
        },
      ];
    }),
  );
  await tx.publishedResult.createMany({ data: published });
}

type SignedRow = {
  assessmentId: string;
  round: string;
  frameworkId: string;
  frameworkVersion: string;
  results: unknown;
  at: Date;
};

function signedOf(row: SignedRow, setting: CareSetting, frameworks: Frameworks) {
  const framework = frameworks.get(`${row.frameworkId}@${row.frameworkVersion}`);
  const result = (row.results as Partial<Record<CareSetting, Result>>)[setting];
  if (!framework || !result) return null;
  const { assessmentId, round, at } = row;
  return { assessmentId, round, framework, result, signedBy: { byName: "", byRole: "", at } };
}

/** A signed-off result that a trust shares, as its system sees it. */
export type PublishedResult = {
  organisationId: string;
  setting: CareSetting;
  round: string;
  frameworkId: string;
  frameworkVersion: string;
  signedOffAt: Date;
  beingRevised: boolean;
  result: SharedResult;
};

/** What these trusts share, the latest round of each care setting; row-level security leaves out what is not shared. */
export async function publishedResults(
  user: CurrentUser,
  organisationIds: readonly string[],
): Promise<PublishedResult[]> {
  const rows = await withTenant(user, {}, (tx) =>
    tx.publishedResult.findMany({
      where: { organisationId: { in: [...organisationIds] } },
      select: {
        organisationId: true,
        careSetting: true,
        round: true,
        frameworkId: true,
        frameworkVersion: true,
        signedOffAt: true,
        beingRevised: true,
        result: true,
      },
      orderBy: [{ round: "desc" }, { careSetting: "asc" }],
    }),
  );
  const latest = new Map<string, PublishedResult>();
  for (const { careSetting, result, ...row } of rows) {
    const key = `${row.organisationId} ${careSetting}`;
    if (latest.has(key)) continue;
    latest.set(key, {
      ...row,
      setting: careSettingSchema.parse(careSetting),
      result: sharedResultSchema.parse(result),
    });
  }
  return [...latest.values()];
}
