import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { may, type Permission } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor, servingAnswers } from "@/lib/assessment/answers-for-setting";
import { issuesBeforeReview } from "@/lib/assessment/issues";
import { nextRound } from "@/lib/assessment/round";
import { isoDate } from "@/lib/report/dates";
import { type Move, moveOf } from "@/lib/assessment/states";
import { scoringAnswer, type StoredAnswer } from "@/lib/assessment/stored-answer";
import { tasksOf } from "@/lib/assessment/tasks";
import { type AnswerDetails, writeAssessmentDocument } from "@/lib/exchange/assessment-document";
import type { Framework } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { ENGINE_VERSION, score } from "@/lib/scoring/score";
import { answersIn } from "./answers";
import { type Assessment, getAssessment } from "./assessments";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { getFramework } from "./frameworks";
import { frameworkVersions, openRound } from "./rounds";
import { allFrameworks, publishIn } from "./shared-results";
import { type TenantTransaction, withTenant } from "./tenant";

export type MoveOutcome =
  | { kind: "moved" }
  | { kind: "blocked"; blocking: number }
  | { kind: "wrong_state" }
  | { kind: "own_work" }
  | { kind: "not_found" };

/** Sends a round for review at a moment, once nothing blocks it. */
export async function sendForReview(user: CurrentUser, id: string, at = new Date()): Promise<MoveOutcome> {
  return move(user, id, "send for review", "send_for_review", async (tx, assessment, framework) => {
    const rows = await answersIn(tx, assessment.organisationId, assessment.id);
    const blocking = issuesOf(framework, assessment, rows).filter((issue) => issue.blocking).length;
    if (blocking > 0) return { kind: "blocked", blocking };
    await tx.assessment.updateMany({
      where: { organisationId: assessment.organisationId, id },
      data: { sentAt: at, sentById: user.personId },
    });
    return { kind: "moved" };
  });
}

/** Gives a round in review back to the people who answer it. */
export async function returnToTeam(user: CurrentUser, id: string): Promise<MoveOutcome> {
  return move(user, id, "return to the team", "return", async () => ({ kind: "moved" }));
}

/**
 * Signs a round off: freezes answers and results in a snapshot and opens the next round from it. Who sent a round
 * for review may not sign it (design: product, approver).
 */
export async function signOff(user: CurrentUser, id: string, at = new Date()): Promise<MoveOutcome> {
  const facts = await assessmentFacts(user, id);
  if (!facts) return { kind: "not_found" };
  const [versions, frameworks] = [await frameworkVersions(facts.frameworkId), await allFrameworks()];
  return move(user, id, "sign off", "sign_off", async (tx, assessment, framework) => {
    if (assessment.sentById === user.personId) return { kind: "own_work" };
    const { organisationId, careSettings } = assessment;
    await tx.assessment.updateMany({ where: { organisationId, id }, data: { signedOffAt: at } });
    const rows = await answersIn(tx, organisationId, id);
    await freeze(tx, user, assessment, framework, rows, at);
    await publishIn(tx, organisationId, frameworks);
    await openRound(tx, user, organisationId, { round: nextRound(assessment.round), careSettings }, versions);
    return { kind: "moved" };
  });
}

async function freeze(
  tx: TenantTransaction,
  user: CurrentUser,
  assessment: Assessment,
  framework: Framework,
  rows: readonly StoredAnswer[],
  at: Date,
): Promise<void> {
  const documents = assessment.careSettings.map((careSetting) => {
    const answers = answersFor(framework, careSetting, rows);
    const document = writeAssessmentDocument({
      framework,
      careSetting,
      answers,
      details: detailsOf(servingAnswers(framework, careSetting, rows)),
      organisation: { ods: assessment.organisation.odsCode, name: assessment.organisation.name },
      round: assessment.round,
      asOf: isoDate(at),
    });
    return { careSetting, document, result: score(framework, careSetting, answers) };
  });
  const answers = Object.fromEntries(documents.map((entry) => [entry.careSetting, entry.document]));
  const results = Object.fromEntries(documents.map((entry) => [entry.careSetting, entry.result]));
  const warnings = issuesOf(framework, assessment, rows)
    .filter((issue) => !issue.blocking)
    .map(({ kind, message, task }) => ({
      kind,
      message,
      capability: task?.capability.id ?? null,
      scope: task?.scope ?? null,
    }));
  const byRole = user.memberships.find(
    (m) => m.organisationId === assessment.organisationId && m.role === "approver",
  );
  const contentHash = createHash("sha256").update(JSON.stringify({ answers, results })).digest("hex");
  const snapshotId = randomUUID();
  await tx.snapshot.create({
    data: {
      id: snapshotId,
      organisationId: assessment.organisationId,
      assessmentId: assessment.id,
      kind: "sign_off",
      round: assessment.round,
      frameworkId: framework.id,
      frameworkVersion: framework.version,
      engineVersion: ENGINE_VERSION,
      answers,
      results,
      warnings,
      contentHash,
      at,
      byId: user.personId,
      byName: user.name,
      byRole: byRole?.role ?? "approver",
    },
    select: { id: true },
  });
  await record(tx, {
    organisationId: assessment.organisationId,
    actorId: user.personId,
    action: "snapshot.made",
    subject: `snapshot:${snapshotId}`,
    detail: { assessment: assessment.id, contentHash },
  });
}

/** What the frozen document says of an answer beside what is scored. */
function detailsOf(serving: ReadonlyMap<string, StoredAnswer>): Map<string, AnswerDetails> {
  return new Map(
    [...serving].map(([id, { note, confidence }]) => [
      id,
      { ...(note && { note }), ...(confidence && { confidence }) },
    ]),
  );
}

/** What blocks or is worth a second look, over the answers given. */
export function issuesOf(
  framework: Framework,
  assessment: Pick<Assessment, "careSettings">,
  rows: readonly StoredAnswer[],
) {
  const tasks = tasksOf(framework, assessment.careSettings, rows);
  return issuesBeforeReview(tasks, ({ capability, settings, answer }) =>
    answer ? levelOf(capability, settings, scoringAnswer(answer)).low : 1,
  );
}

type InMove = (tx: TenantTransaction, assessment: Assessment, framework: Framework) => Promise<MoveOutcome>;

/**
 * Makes one move. The row is changed first, so that its lock holds back saves until everything is decided; a move
 * that does not go through is rolled back whole.
 */
async function move(
  user: CurrentUser,
  id: string,
  permission: Permission,
  name: Move,
  act: InMove,
): Promise<MoveOutcome> {
  const assessment = await getAssessment(user, id);
  if (!assessment || !may(user, permission, assessment.organisationId)) return { kind: "not_found" };
  const { organisationId } = assessment;
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const { from, to } = moveOf(name);
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      const changed = await tx.assessment.updateMany({
        where: { organisationId, id, state: from },
        data: { state: to },
      });
      if (changed.count === 0) return { kind: "wrong_state" };
      const outcome = await act(tx, assessment, framework);
      if (outcome.kind !== "moved") throw new NotMoved(outcome);
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: `assessment.${to}`,
        subject: `assessment:${id}`,
        detail: { from, to },
      });
      return outcome;
    });
  } catch (error) {
    if (error instanceof NotMoved) return error.outcome;
    throw error;
  }
}

class NotMoved extends Error {
  constructor(readonly outcome: MoveOutcome) {
    super(`not moved: ${outcome.kind}`);
  }
}
