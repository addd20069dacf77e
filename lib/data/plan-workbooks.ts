import "server-only";
import { createHash } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import {
  type PlanChange,
  planChanges,
  type PlanChanges,
  type StandingAction,
} from "@/lib/exchange/plan-changes";
import { type FilledPlan, filledPlanSchema } from "@/lib/exchange/plan-workbook";
import { type planRefusals, readPlanWorkbook } from "@/lib/exchange/read-plan-workbook";
import { readWorkbook, type WorkbookRefusal } from "@/lib/exchange/read-workbook";
import { actionContentSchema, type PlannedAction } from "@/lib/plan/action";
import { isoDate } from "@/lib/report/dates";
import { namesOf } from "./people";
import { actionsIn } from "./plan";
import { type PlanGround, planGround } from "./plan-ground";
import { addActionIn, writeVersionIn } from "./planned-actions";
import { type TenantTransaction, withTenant } from "./tenant";
import { keepUpload, takeUploadIn, type Upload, uploadIn } from "./uploads";

/** Why a plan's workbook is not taken. */
export type PlanRefusal = WorkbookRefusal | keyof typeof planRefusals;

export type PlanUploadOutcome =
  | { kind: "kept"; id: string }
  | { kind: "refused"; reason: PlanRefusal }
  /** Before the first round there are no questions that actions could be about. */
  | { kind: "no_round" }
  | { kind: "not_found" };

/** Reads a plan's workbook and keeps what it says, to be looked at. Nothing of the plan changes. */
export async function uploadPlan(
  user: CurrentUser,
  organisationId: string,
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<PlanUploadOutcome> {
  if (!may(user, "plan", organisationId)) return { kind: "not_found" };
  const ground = await planGround(user, organisationId);
  if (!ground) return { kind: "no_round" };
  const read = await readWorkbook(file);
  if (!read.ok) return { kind: "refused", reason: read.reason };
  const plan = readPlanWorkbook(read.sheets);
  if (!plan.ok) return { kind: "refused", reason: plan.reason };
  const place = { organisationId, assessmentId: ground.assessmentId, kind: "plan" as const };
  const id = await keepUpload(user, place, { name: file.name, content: plan.filled }, now);
  return id === null ? { kind: "not_found" } : { kind: "kept", id };
}

/** What a plan's workbook would change as it stands now, with a mark that changes when any of it does. */
export type PlanPreview = PlanChanges & {
  upload: Omit<Upload, "content">;
  ground: PlanGround | null;
  seen: string;
  /** Who saved each action as it stands now, by its id, and when. */
  saved: ReadonlyMap<string, { by: string; at: Date }>;
};

/** What somebody brought in, as it would change the plan that stands; null where it is another's, or gone. */
export async function previewPlan(
  user: CurrentUser,
  organisationId: string,
  uploadId: string,
  now: Date,
): Promise<PlanPreview | null> {
  if (!may(user, "plan", organisationId)) return null;
  const found = await withTenant(user, {}, async (tx) => {
    const upload = await uploadIn(tx, user, { organisationId, kind: "plan" }, uploadId, now);
    if (!upload) return null;
    const { content, ...facts } = upload;
    const filled = filledPlanSchema.parse(content);
    const actions = await actionsIn(tx, organisationId);
    const saved = await tx.plannedAction.findMany({
      where: { organisationId },
      select: { id: true, changedById: true, changedAt: true },
    });
    return { upload: facts, filled, saved, standing: await standingIn(tx, organisationId, filled, actions) };
  });
  if (!found) return null;
  const { upload, filled, standing } = found;
  const ground = await planGround(user, organisationId);
  const { changes, problems } = planChanges(filled, standing, ground, isoDate(now));
  const seen = createHash("sha256").update(JSON.stringify(changes)).digest("hex");
  const names = await namesOf(found.saved.map(({ changedById }) => changedById));
  const saved = new Map(
    found.saved.map(({ id, changedById, changedAt }) => [
      id,
      { by: names.get(changedById) ?? "a former colleague", at: changedAt },
    ]),
  );
  return { upload, ground, changes, problems, seen, saved };
}

export type PlanApplyOutcome =
  | { kind: "applied" | "applied_already" }
  /** Something was saved since it was looked at: look again. */
  | { kind: "stale" }
  | { kind: "nothing_chosen" }
  | { kind: "not_found" };

/**
 * Changes and adds the actions that were chosen, all of them or none, in one transaction. Nothing is saved where any of
 * it changed since it was looked at (`seen`).
 */
export async function applyPlan(
  user: CurrentUser,
  organisationId: string,
  uploadId: string,
  { seen, taken }: { seen: string; taken: readonly string[] },
  now: Date,
): Promise<PlanApplyOutcome> {
  const preview = await previewPlan(user, organisationId, uploadId, now);
  if (!preview) return { kind: "not_found" };
  if (preview.upload.appliedAt) return { kind: "applied_already" };
  if (preview.seen !== seen) return { kind: "stale" };
  const chosen = preview.changes.filter(({ id }) => taken.includes(id));
  if (chosen.length === 0) return { kind: "nothing_chosen" };
  try {
    await withTenant(user, { write: organisationId }, async (tx) => {
      for (const change of chosen) await writeIn(tx, user, organisationId, change);
      if (!(await takeUploadIn(tx, user, organisationId, uploadId, chosen.length, now))) throw new Taken();
    });
    return { kind: "applied" };
  } catch (error) {
    if (error instanceof Taken) return { kind: "applied_already" };
    if (error instanceof Moved) return { kind: "stale" };
    throw error;
  }
}

/** Another request applied it in the meantime: this one undoes itself. */
class Taken extends Error {}
/** An action was saved since it was looked at. */
class Moved extends Error {}

async function writeIn(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { id, version, content }: PlanChange,
): Promise<void> {
  const outcome =
    version === null
      ? await addActionIn(tx, user, organisationId, content, { change: "imported" })
      : await writeVersionIn(tx, user, organisationId, { id, version }, "imported", () => content);
  if (outcome.kind !== "kept") throw new Moved();
}

/** Each action with the version of it that its row was changed against. */
async function standingIn(
  tx: TenantTransaction,
  organisationId: string,
  { actions: rows }: FilledPlan,
  actions: readonly PlannedAction[],
): Promise<StandingAction[]> {
  const against = new Map(rows.map(({ id, version }) => [id, version]));
  const older = actions.flatMap(({ id, version }) => {
    const read = against.get(id) ?? version;
    return read === version ? [] : [{ actionId: id, version: read }];
  });
  const versions = await tx.plannedActionRevision.findMany({
    where: { organisationId, OR: older },
    select: { actionId: true, value: true },
  });
  const bases = new Map(versions.map(({ actionId, value }) => [actionId, actionContentSchema.parse(value)]));
  const isOlder = new Set(older.map(({ actionId }) => actionId));
  return actions.map((action) => ({
    action,
    base: isOlder.has(action.id) ? (bases.get(action.id) ?? null) : action,
  }));
}
