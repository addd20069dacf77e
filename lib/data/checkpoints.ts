import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { freeze } from "./freeze";
import { getFramework } from "./frameworks";
import { isId } from "./assessment-facts";
import { type KeptAnswers, settingsKeptIn } from "./kept-answers";
import { holdOpen } from "./open-round";
import { type Snapshot, snapshotsIn } from "./snapshots";
import { withTenant } from "./tenant";

export type CheckpointOutcome = { kind: "made"; id: string } | { kind: "closed" } | { kind: "not_found" };

/** Keeps the current position of an open round under a name, marked as not signed off. `key` names the form it came from. */
export async function makeCheckpoint(
  user: CurrentUser,
  assessmentId: string,
  name: string,
  { key = randomUUID(), at = new Date() }: { key?: string; at?: Date } = {},
): Promise<CheckpointOutcome> {
  const assessment = await withTenant(user, {}, (tx) => assessmentIn(tx, user, assessmentId));
  if (!assessment || !may(user, "make a checkpoint", assessment.organisationId)) return { kind: "not_found" };
  const { organisationId } = assessment;
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  return withTenant(user, { write: organisationId }, async (tx) => {
    // Held, so that no save slips in between what is read and what is kept.
    if (!(await holdOpen(tx, organisationId, assessmentId))) return { kind: "closed" };
    const rows = await answersIn(tx, organisationId, assessmentId);
    const id = await freeze(tx, user, assessment, framework, rows, { kind: "checkpoint", name, key }, at);
    return { kind: "made", id };
  });
}

/** The checkpoints of an assessment, newest first; null where they are not the user's to see. */
export async function checkpointsOf(user: CurrentUser, assessmentId: string): Promise<Snapshot[] | null> {
  return withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    if (!assessment || !maySee(user, assessment)) return null;
    return snapshotsIn(tx, assessment.organisationId, { assessmentId, kind: "checkpoint" });
  });
}

/** One checkpoint with its assessment; null where it is missing or not the user's to see. */
export async function getCheckpoint(
  user: CurrentUser,
  assessmentId: string,
  id: string,
): Promise<{ assessment: Assessment; snapshot: Snapshot; settings: KeptAnswers["settings"] } | null> {
  if (!isId(id)) return null;
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    if (!assessment || !maySee(user, assessment)) return null;
    const { organisationId } = assessment;
    const [snapshot] = await snapshotsIn(tx, organisationId, { assessmentId, id, kind: "checkpoint" }, 1);
    if (!snapshot) return null;
    return { assessment, snapshot, settings: await settingsKeptIn(tx, organisationId, id) };
  });
  if (found) await noteLook(user, found.assessment.organisationId);
  return found;
}

/** A checkpoint is a draft that was kept: who may see the current position may see it. */
function maySee(user: CurrentUser, { id, organisationId }: Assessment): boolean {
  return may(user, "see current results", organisationId, id);
}
