import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { becameBetween, carryForward, renamedBetween } from "@/lib/assessment/carry-forward";
import { isRound } from "@/lib/assessment/round";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { answersIn } from "./answers";
import { record } from "./audit";
import { carryEvidence } from "./carry-evidence";
import { isId } from "./assessment-facts";
import { currentFrameworkVersion, findFramework, FrameworkMissing, listFrameworks } from "./frameworks";
import { holdOrganisation } from "./hold-organisation";
import { holdOpen } from "./open-round";
import type { OrganisationKind } from "./organisations";
import { putCarried } from "./put-carried";
import { shared, type TenantTransaction, withTenant } from "./tenant";

/** The framework that an organisation's rounds are assessed against. */
export function frameworkFor(kind: OrganisationKind): "nhs-trust" | "gp-practice" {
  return kind === "gp_practice" ? "gp-practice" : "nhs-trust";
}

export type NewRound = {
  round: string;
  careSettings: readonly CareSetting[];
  /** Older rounds of demo data name their version; otherwise the newest one serves. */
  frameworkVersion?: string;
};

export type StartOutcome =
  | { kind: "started"; id: string }
  | { kind: "round_exists" }
  | { kind: "another_is_open"; id: string }
  | { kind: "invalid"; message: string }
  | { kind: "not_found" };

/**
 * Starts a round. One round of an organisation is open at a time; answers of its last signed-off round come along,
 * to be confirmed.
 */
export async function startRound(
  user: CurrentUser,
  organisationId: string,
  round: NewRound,
): Promise<StartOutcome> {
  if (!may(user, "start a round", organisationId)) return { kind: "not_found" };
  if (!isRound(round.round)) return { kind: "invalid", message: "Enter a round as two years, like 2026/27." };
  if (round.careSettings.length === 0) {
    return { kind: "invalid", message: "Choose at least one care setting." };
  }
  const organisation = await shared().organisation.findUnique({
    where: { id: organisationId },
    select: { kind: true },
  });
  if (!organisation) return { kind: "not_found" };
  const versions = await frameworkVersions(frameworkFor(organisation.kind as OrganisationKind));
  const { careSettings } = versions.get(round.frameworkVersion ?? versions.current);
  if (!round.careSettings.every((asked) => careSettings.some(({ id }) => id === asked))) {
    return { kind: "invalid", message: "Choose care settings that this organisation is assessed in." };
  }
  return withTenant(user, { write: organisationId }, async (tx) => {
    // One after the other: two who start different rounds at once would each find none open.
    await holdOrganisation(tx, organisationId);
    const open = await tx.assessment.findFirst({
      where: { organisationId, state: { not: "signed_off" } },
      select: { id: true },
    });
    if (open) return { kind: "another_is_open", id: open.id };
    const id = await openRound(tx, user, organisationId, round, versions);
    return id ? { kind: "started", id } : { kind: "round_exists" };
  });
}

/**
 * Opens a round inside a transaction that is already open, with the answers and targets of the last signed-off
 * round carried forward. Null where the organisation has this round already.
 */
export async function openRound(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { round, careSettings, frameworkVersion }: NewRound,
  versions: FrameworkVersions,
): Promise<string | null> {
  const version = frameworkVersion ?? versions.current;
  const id = randomUUID();
  const made = await tx.assessment.createMany({
    data: {
      id,
      organisationId,
      round,
      frameworkId: versions.id,
      frameworkVersion: version,
      careSettings: [...careSettings],
      startedById: user.personId,
    },
    skipDuplicates: true,
  });
  if (made.count === 0) return null;
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action: "round.started",
    subject: `assessment:${id}`,
    detail: { round, framework: `${versions.id}@${version}` },
  });
  await bringForward(tx, user, organisationId, id, careSettings, versions.get(version), versions);
  return id;
}

async function bringForward(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  assessmentId: string,
  careSettings: readonly CareSetting[],
  to: Framework,
  versions: FrameworkVersions,
): Promise<void> {
  const last = await tx.assessment.findFirst({
    where: { organisationId, state: "signed_off", frameworkId: versions.id },
    orderBy: { round: "desc" },
    select: { id: true, frameworkVersion: true },
  });
  if (!last) return;
  const from = versions.get(last.frameworkVersion);
  const carried = carryForward(from, to, careSettings, await answersIn(tx, organisationId, last.id));
  await putCarried(tx, user, { organisationId, assessmentId }, carried, new Date());
  const renamed = renamedBetween(from, to);
  await carryEvidence(tx, user, organisationId, { became: becameBetween(from, to), to, careSettings });
  const targets = await tx.target.findMany({
    where: { organisationId, assessmentId: last.id, removedAt: null },
  });
  await tx.target.createMany({
    data: targets.map((target) => ({
      ...target,
      assessmentId,
      capabilityId: renamed.get(target.capabilityId) ?? target.capabilityId,
    })),
    skipDuplicates: true,
  });
}

/** The versions of one framework, read before a transaction begins because it must not wait for them. */
export type FrameworkVersions = {
  id: string;
  /** The version a new round is assessed against. */
  current: string;
  /** Throws `FrameworkMissing` where there is no such version. */
  get(version: string): Framework;
};

/** Every version of a framework that can be read; one that is missing is missed only by who asks for it. */
export async function frameworkVersions(frameworkId: string): Promise<FrameworkVersions> {
  const entries = (await listFrameworks()).filter(({ id }) => id === frameworkId);
  const known = new Map<string, Framework>();
  for (const { id, version } of entries) {
    const framework = await findFramework(id, version);
    if (framework) known.set(version, framework);
  }
  return {
    id: frameworkId,
    current: await currentFrameworkVersion(frameworkId),
    get(version) {
      const framework = known.get(version);
      const why = `There is no framework ${frameworkId}@${version} that can be read in the database.`;
      if (!framework) throw new FrameworkMissing(frameworkId, version, why);
      return framework;
    },
  };
}

export type DeleteOutcome = "deleted" | "has_answers" | "not_found";

/** Deletes a round that nobody has answered; answers carried forward and never touched do not count. */
export async function deleteEmptyRound(user: CurrentUser, id: string): Promise<DeleteOutcome> {
  if (!isId(id)) return "not_found";
  const found = await withTenant(user, {}, (tx) =>
    tx.assessment.findFirst({ where: { id }, select: { organisationId: true } }),
  );
  if (!found || !may(user, "delete an empty round", found.organisationId)) return "not_found";
  const { organisationId } = found;
  return withTenant(user, { write: organisationId }, async (tx) => {
    // Held, so that no save slips in between the count and the deletion.
    if (!(await holdOpen(tx, organisationId, id))) return "has_answers";
    const typed = await tx.answerRevision.count({
      where: { organisationId, assessmentId: id, kind: { not: "carried_forward" } },
    });
    const views = await tx.voiceView.count({ where: { organisationId, assessmentId: id } });
    if (typed + views > 0) return "has_answers";
    await tx.assessment.deleteMany({ where: { organisationId, id } });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "round.deleted",
      subject: `assessment:${id}`,
    });
    return "deleted";
  });
}
