import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { NewEvidence } from "@/lib/exchange/answer-workbook";
import { questionLabel, rowId } from "@/lib/exchange/answer-workbook";
import {
  answerWith,
  evidenceId,
  targetOf,
  targetText,
  type WorkbookChange,
  workbookChanges,
} from "@/lib/exchange/workbook-changes";
import { targetAt, uploadedAnswers, type UploadedAnswers } from "./answer-workbooks";
import { noteEvidenceAdded } from "./evidence";
import { namesOf } from "./people";
import { type AnswerToSave, saveAnswers } from "./save-answers";
import { removeTargetIn, setTargetIn, targetsIn } from "./targets";
import type { TenantTransaction } from "./tenant";
import { takeUploadIn } from "./uploads";

/** What a file would change as it stands now, with a mark that changes when any of it does. */
export type Preview = UploadedAnswers &
  ReturnType<typeof workbookChanges> & {
    seen: string;
    /** Names by person id of whoever saved what stands now. */
    names: ReadonlyMap<string, string>;
  };

/** What somebody brought in, as it would change what stands now; null where it is another's, or gone. */
export async function previewAnswers(
  user: CurrentUser,
  assessmentId: string,
  uploadId: string,
  now: Date,
): Promise<Preview | null> {
  const found = await uploadedAnswers(user, assessmentId, uploadId, now);
  if (!found) return null;
  const { changes, problems } = workbookChanges(found.filled, found.standing);
  const versions = found.work.rows.map(({ capabilityId, scope, version }) => [capabilityId, scope, version]);
  const seen = createHash("sha256")
    .update(JSON.stringify([changes, versions.sort()]))
    .digest("hex");
  const names = await namesOf(found.work.rows.map(({ savedById }) => savedById));
  return { ...found, changes, problems, seen, names };
}

export type ApplyOutcome =
  | { kind: "applied"; taken: number }
  | { kind: "applied_already" }
  /** Something was saved since it was looked at: look again. */
  | { kind: "stale" }
  | { kind: "nothing_chosen" }
  | { kind: "locked" }
  /** What was chosen makes answers that cannot be saved: which, and why. */
  | { kind: "invalid"; problems: { question: string; message: string }[] }
  | { kind: "not_found" };

/**
 * Saves what was chosen of a file, whole or not at all: answers, targets and evidence in one transaction, through the
 * one function that saves many answers. Nothing is saved where anything changed since it was looked at (`seen`).
 */
export async function applyAnswers(
  user: CurrentUser,
  place: { assessmentId: string; uploadId: string },
  { seen, taken }: { seen: string; taken: readonly string[] },
  now: Date,
): Promise<ApplyOutcome> {
  const { assessmentId, uploadId } = place;
  const preview = await previewAnswers(user, assessmentId, uploadId, now);
  if (!preview) return { kind: "not_found" };
  if (preview.upload.appliedAt) return { kind: "applied_already" };
  if (preview.work.assessment.state !== "in_progress") return { kind: "locked" };
  if (preview.seen !== seen) return { kind: "stale" };
  const chosen = preview.changes.filter(({ id }) => taken.includes(id));
  if (chosen.length === 0) return { kind: "nothing_chosen" };
  const { organisationId } = preview.work.assessment;
  if (chosen.some(({ field }) => field === "target") && !may(user, "set targets", organisationId)) {
    return { kind: "not_found" };
  }
  const answers = answersToSave(preview, chosen);
  const evidence = preview.filled.evidence.filter(({ at }) =>
    chosen.some(({ id }) => id === evidenceId({ at })),
  );
  try {
    const outcome = await saveAnswers(
      user,
      assessmentId,
      answers,
      { kind: "workbook", toConfirm: false },
      async (tx) => {
        await setTargets(tx, user, { organisationId, assessmentId }, chosen);
        await addEvidence(tx, user, organisationId, evidence, now);
        if (!(await takeUploadIn(tx, user, organisationId, uploadId, chosen.length, now))) throw new Taken();
      },
    );
    if (outcome.kind === "saved") return { kind: "applied", taken: chosen.length };
    if (outcome.kind !== "invalid") return { kind: outcome.kind };
    const problems = outcome.problems.map(({ path, message }) => {
      const { capabilityId, scope } = answers[Number(path.split("/")[1])] ?? {};
      const task = preview.work.tasks.find(
        (one) => one.capability.id === capabilityId && one.scope === scope,
      );
      return { question: task ? questionLabel(task) : "A question", message };
    });
    return { kind: "invalid", problems };
  } catch (error) {
    if (error instanceof Taken) return { kind: "applied_already" };
    if (error instanceof Moved) return { kind: "stale" };
    throw error;
  }
}

/** Another request applied it in the meantime: this one undoes itself. */
class Taken extends Error {}
/** A target was set since it was looked at. */
class Moved extends Error {}

function answersToSave({ standing, work }: Preview, chosen: readonly WorkbookChange[]): AnswerToSave[] {
  const versions = new Map(work.rows.map((row) => [rowId(row.capabilityId, row.scope), row.version]));
  return standing.flatMap(({ capabilityId, scope, current }) => {
    const changes = chosen.filter(
      (one) =>
        one.capabilityId === capabilityId &&
        one.scope === scope &&
        one.field !== "target" &&
        one.field !== "evidence",
    );
    if (changes.length === 0) return [];
    const { criteria, notApplicable, note, confidence } = answerWith(current, changes);
    const said = notApplicable === null ? { criteria } : { notApplicable: { reason: notApplicable } };
    const version = versions.get(rowId(capabilityId, scope)) ?? 0;
    return [{ capabilityId, scope, body: { version, ...said, note, confidence } }];
  });
}

async function setTargets(
  tx: TenantTransaction,
  user: CurrentUser,
  round: { organisationId: string; assessmentId: string },
  chosen: readonly WorkbookChange[],
): Promise<void> {
  const standing = await targetsIn(tx, round.organisationId, round.assessmentId);
  for (const { capabilityId, scope, field, from, to } of chosen) {
    if (field !== "target") continue;
    if (targetText(targetAt(standing, capabilityId, scope)) !== from) throw new Moved();
    const key = { ...round, capabilityId, scope };
    const stands = standing.find((one) => one.capabilityId === capabilityId && one.scope === scope);
    const target = targetOf(to);
    const by = target?.by ? new Date(`${target.by}T00:00:00Z`) : null;
    const written = target
      ? await setTargetIn(tx, user, key, { ...target, by, owner: stands?.owner ?? "" }, stands?.version ?? 0)
      : await removeTargetIn(tx, user, key, stands?.version ?? 0);
    if (written === "stale") throw new Moved();
  }
}

async function addEvidence(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  evidence: readonly NewEvidence[],
  now: Date,
): Promise<void> {
  const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`));
  for (const { at: _at, capabilityId, scope, counter, url, effective, review, ...facts } of evidence) {
    const id = randomUUID();
    const stamp = { version: 1, changedAt: now, changedById: user.personId };
    await tx.evidence.create({
      data: {
        id,
        organisationId,
        ...facts,
        ...stamp,
        url: url || null,
        effectiveOn: day(effective),
        reviewOn: day(review),
      },
      select: { id: true },
    });
    await tx.evidenceLink.createMany({
      data: [
        {
          organisationId,
          evidenceId: id,
          capabilityId,
          scope,
          counter,
          linkedAt: now,
          linkedById: user.personId,
        },
      ],
    });
    await noteEvidenceAdded(tx, user, organisationId, id);
  }
}
