import "server-only";
import { answersWhose } from "@/lib/access/answering";
import type { CurrentUser } from "@/lib/access/user";
import { questionKey } from "@/lib/assessment/assignment";
import { taskKey } from "@/lib/assessment/chase";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import type { AnswerContent, StoredAnswer } from "@/lib/assessment/stored-answer";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import {
  type AnswerWorkbook,
  type FilledWorkbook,
  filledSchema,
  rowId,
  type WorkbookEvidence,
  type WorkbookTarget,
} from "@/lib/exchange/answer-workbook";
import type { StandingQuestion } from "@/lib/exchange/workbook-changes";
import type { Framework } from "@/lib/framework/schema";
import { gradeInWords, type LinkedEvidence } from "@/lib/assessment/evidence";
import { levelInFigures } from "@/lib/report/level-words";
import { levelOf } from "@/lib/scoring/level";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { linkedEvidenceIn } from "./evidence";
import { getFramework } from "./frameworks";
import { ownQuestionsIn } from "./own-questions";
import { type Target, targetsIn } from "./targets";
import { type TenantTransaction, withTenant } from "./tenant";
import { type Upload, uploadIn } from "./uploads";

/**
 * An assessment that the person may fill in away from the service, with all that its workbook holds: every question, or
 * those that are assigned to them.
 */
export type WorkbookWork = {
  assessment: Assessment;
  fills: "every question" | "their own";
  framework: Framework;
  tasks: Task[];
  rows: StoredAnswer[];
  targets: Target[];
  evidence: LinkedEvidence[];
};

/** Null where there is no such assessment, or nothing of it is the person's to answer themself. */
export async function workbookWork(user: CurrentUser, assessmentId: string): Promise<WorkbookWork | null> {
  const found = await withTenant(user, { atOneMoment: true }, (tx) => readIn(tx, user, assessmentId));
  return found && withTasks(found);
}

type Read = Omit<WorkbookWork, "framework" | "tasks"> & {
  /** The keys of their own questions; null for every question. */
  own: ReadonlySet<string> | null;
};

async function readIn(tx: TenantTransaction, user: CurrentUser, assessmentId: string): Promise<Read | null> {
  const assessment = await assessmentIn(tx, user, assessmentId);
  const whose = assessment && answersWhose(user, assessment.organisationId);
  if (!assessment || (whose !== "anyone's" && whose !== "their own")) return null;
  const { organisationId } = assessment;
  const own = whose === "their own" ? await ownQuestionsIn(tx, user, organisationId, assessmentId) : null;
  if (own?.size === 0) return null;
  const isTheirs = (question: Parameters<typeof questionKey>[0]) => own?.has(questionKey(question)) ?? true;
  return {
    assessment,
    fills: own ? "their own" : "every question",
    own,
    rows: (await answersIn(tx, organisationId, assessmentId)).filter(isTheirs),
    // Who sets no targets is not asked for any.
    targets: own ? [] : await targetsIn(tx, organisationId, assessmentId),
    evidence: (await linkedEvidenceIn(tx, organisationId)).filter(isTheirs),
  };
}

async function withTasks({ own, ...found }: Read): Promise<WorkbookWork> {
  const { frameworkId, frameworkVersion, careSettings } = found.assessment;
  const framework = await getFramework(frameworkId, frameworkVersion);
  const tasks = tasksOf(framework, careSettings, found.rows);
  return { ...found, framework, tasks: tasks.filter((task) => own?.has(taskKey(task)) ?? true) };
}

/** The workbook of an assessment as it stands, to be written. */
export function workbookOf(work: WorkbookWork, now: Date): AnswerWorkbook {
  const { assessment, fills, framework, tasks, targets, evidence } = work;
  const asked = new Set(tasks.map(({ capability, scope }) => rowId(capability.id, scope)));
  return {
    assessmentId: assessment.id,
    organisation: assessment.organisation.name,
    round: assessment.round,
    framework,
    madeAt: now,
    withTargets: fills === "every question",
    questions: tasks.map(({ capability, scope, settings, answer }) => ({
      capability,
      scope,
      settings,
      content: answer ? contentOf(answer) : null,
      version: answer?.version ?? 0,
      level: answer ? levelInFigures(levelOf(capability, settings, scoringAnswer(answer))) : "",
      target: targetAt(targets, capability.id, scope),
    })),
    evidence: evidence
      .filter(({ capabilityId, scope }) => asked.has(rowId(capabilityId, scope)))
      .map(evidenceRow),
  };
}

/** Where each question stands, and where it stood at the version a file was filled in against. */
export type UploadedAnswers = {
  work: WorkbookWork;
  upload: Upload;
  filled: FilledWorkbook;
  standing: StandingQuestion[];
};

/** What somebody brought in of an assessment, beside what stands now; null where it is another's, or gone. */
export async function uploadedAnswers(
  user: CurrentUser,
  assessmentId: string,
  uploadId: string,
  now: Date,
): Promise<UploadedAnswers | null> {
  const found = await withTenant(user, {}, async (tx) => {
    const read = await readIn(tx, user, assessmentId);
    if (!read) return null;
    const { organisationId } = read.assessment;
    const upload = await uploadIn(tx, user, { organisationId, assessmentId, kind: "answers" }, uploadId, now);
    if (!upload) return null;
    const filled = filledSchema.parse(upload.content);
    const versions = await earlierVersions(tx, organisationId, assessmentId, filled, read.rows);
    return { read, upload, filled, versions };
  });
  if (!found) return null;
  const { upload, filled, versions } = found;
  const work = await withTasks(found.read);
  const against = new Map(filled.questions.map((one) => [rowId(one.capabilityId, one.scope), one.version]));
  const standing = work.tasks.map(({ capability, scope, answer }): StandingQuestion => {
    const key = rowId(capability.id, scope);
    const current = answer ? contentOf(answer) : null;
    return {
      capabilityId: capability.id,
      scope,
      current,
      base: baseOf(against.get(key) ?? null, answer, current, versions.get(key)),
      target: targetAt(work.targets, capability.id, scope),
      evidence: work.evidence
        .filter((item) => item.capabilityId === capability.id && item.scope === scope)
        .map(({ title, url }) => ({ title, url: url ?? "" })),
    };
  });
  return { work, upload, filled, standing };
}

function baseOf(
  version: number | null,
  answer: StoredAnswer | undefined,
  current: AnswerContent | null,
  earlier: AnswerContent | undefined,
): AnswerContent | null | undefined {
  if (version === null) return undefined;
  if (version === (answer?.version ?? 0)) return current;
  return version === 0 ? null : earlier;
}

/** The answers at the versions a file was filled in against, where something was saved since. */
async function earlierVersions(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  { questions }: FilledWorkbook,
  rows: readonly StoredAnswer[],
): Promise<Map<string, AnswerContent>> {
  const current = new Map(rows.map((row) => [rowId(row.capabilityId, row.scope), row.version]));
  const earlier = questions.flatMap(({ capabilityId, scope, version }) =>
    version !== null && version > 0 && version !== current.get(rowId(capabilityId, scope))
      ? [{ capabilityId, scope, version }]
      : [],
  );
  if (earlier.length === 0) return new Map();
  const revisions = await tx.answerRevision.findMany({
    where: { organisationId, assessmentId, kind: { not: "refused" }, OR: earlier },
    select: { capabilityId: true, scope: true, value: true },
  });
  return new Map(
    revisions.map(({ capabilityId, scope, value }) => [
      rowId(capabilityId, scope),
      // Written by the saving functions alone.
      value as unknown as AnswerContent,
    ]),
  );
}

function contentOf({ criteria, notApplicable, note, confidence }: AnswerContent): AnswerContent {
  return { criteria, notApplicable, note, confidence };
}

/** The target of a question as a workbook says it; null where none is set. */
export function targetAt(
  targets: readonly Target[],
  capabilityId: string,
  scope: string,
): WorkbookTarget | null {
  const found = targets.find((one) => one.capabilityId === capabilityId && one.scope === scope);
  return found ? { level: found.level, by: dayIn(found.by), reason: found.reason } : null;
}

function evidenceRow(item: LinkedEvidence): WorkbookEvidence {
  const { id, capabilityId, scope, title, url, reference, owner, counter } = item;
  return {
    id,
    capabilityId,
    scope,
    title,
    url: url ?? "",
    reference,
    owner,
    counter,
    effective: dayIn(item.effectiveOn),
    review: dayIn(item.reviewOn),
    grade: gradeInWords(item),
  };
}

function dayIn(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
