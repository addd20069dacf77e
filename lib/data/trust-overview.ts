import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { currentRound, isBeingRevised } from "@/lib/assessment/states";
import { isComplete } from "@/lib/assessment/status";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { type Completeness, completenessOf } from "@/lib/report/completeness";
import { dayOf } from "@/lib/report/dates";
import { type Waiting, waitingOn } from "@/lib/report/waiting";
import { yearAhead, type YearEntry } from "@/lib/report/year-ahead";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { answersIn } from "./answers";
import { type Assessment, assessmentsOf } from "./assessments";
import { assignmentsIn, handedBackIn } from "./assignments";
import { findFramework } from "./frameworks";
import { actionsIn } from "./plan";
import { type Snapshot, signOffsOf } from "./snapshots";
import { targetsIn } from "./targets";
import { type TenantTransaction, withTenant } from "./tenant";
import { yearDatesIn } from "./year-dates";

/** How far an open round has come. */
export type Progress = { done: number; all: number; toConfirm: number };

/** Where an open round stands, by care setting. */
export type CurrentPosition = {
  assessment: Assessment;
  framework: Framework;
  progress: Progress;
  results: Partial<Record<CareSetting, Result>>;
  completeness: Partial<Record<CareSetting, Completeness>>;
  /** What waits or is late; null for who does not lead the work. */
  waiting: Waiting | null;
  /** What falls due in the next twelve months; null for who does not lead the work. */
  ahead: YearEntry[] | null;
};

export type TrustOverview = {
  /** Null where no round is open, its framework version is missing, or the person sees signed-off results alone. */
  current: CurrentPosition | null;
  /** A round that was opened again and stands aside; null where none is, or it is not the person's to see. */
  revised: Pick<CurrentPosition, "assessment" | "progress"> | null;
  assessments: Assessment[];
  /** Newest first; without those whose framework version is missing. */
  signedOff: { snapshot: Snapshot; framework: Framework }[];
};

/** A trust at a glance: the round that is open, if the person may see it, and what was signed off. */
export async function trustOverview(user: CurrentUser, organisationId: string): Promise<TrustOverview> {
  const [assessments, snapshots] = await Promise.all([
    assessmentsOf(user, organisationId),
    signOffsOf(user, organisationId),
  ]);
  const signedOff: TrustOverview["signedOff"] = [];
  for (const snapshot of snapshots) {
    const framework = await findFramework(snapshot.frameworkId, snapshot.frameworkVersion);
    if (framework) signedOff.push({ snapshot, framework });
  }
  const open = currentRound(assessments);
  const mayLook = may(user, "see current results", organisationId);
  const aside = assessments.find((assessment) => assessment !== open && isBeingRevised(assessment));
  return {
    current: open && mayLook ? await position(user, open, snapshots[0]) : null,
    revised: aside && mayLook ? await standingAside(user, aside) : null,
    assessments,
    signedOff,
  };
}

async function standingAside(user: CurrentUser, assessment: Assessment): Promise<TrustOverview["revised"]> {
  const { id, organisationId } = assessment;
  const framework = await findFramework(assessment.frameworkId, assessment.frameworkVersion);
  if (!framework) return null;
  const rows = await withTenant(user, {}, (tx) => answersIn(tx, organisationId, id));
  return { assessment, progress: progressOf(tasksOf(framework, assessment.careSettings, rows)) };
}

function progressOf(tasks: readonly Task[]): Progress {
  return {
    done: tasks.filter(({ status }) => isComplete(status)).length,
    all: tasks.length,
    toConfirm: tasks.filter(({ status }) => status === "carried_forward").length,
  };
}

async function position(
  user: CurrentUser,
  assessment: Assessment,
  last: Snapshot | undefined,
): Promise<CurrentPosition | null> {
  const { id, organisationId } = assessment;
  const leads = may(user, "assign and chase", organisationId);
  const { rows, work } = await withTenant(user, {}, async (tx) => ({
    rows: await answersIn(tx, organisationId, id),
    work: leads ? await workIn(tx, organisationId, id) : null,
  }));
  const framework = await findFramework(assessment.frameworkId, assessment.frameworkVersion);
  if (!framework) return null;
  const tasks = tasksOf(framework, assessment.careSettings, rows);
  const results: CurrentPosition["results"] = {};
  const completeness: CurrentPosition["completeness"] = {};
  for (const setting of assessment.careSettings) {
    const answers = answersFor(framework, setting, rows);
    const result = score(framework, setting, answers);
    results[setting] = result;
    completeness[setting] = completenessOf(result, answers);
  }
  const progress = progressOf(tasks);
  const today = dayOf(new Date());
  const source = work && { ...work, framework, tasks, results, lastSignOff: last ?? null };
  const waiting = source && waitingOn(source, today);
  const ahead = source && yearAhead(source, today);
  return { assessment, framework, progress, results, completeness, waiting, ahead };
}

/** What somebody who leads the work has an eye on, beside the answers. */
async function workIn(tx: TenantTransaction, organisationId: string, assessmentId: string) {
  return {
    assignments: await assignmentsIn(tx, organisationId, assessmentId),
    handedBack: await handedBackIn(tx, organisationId, assessmentId),
    openChallenges: await tx.challenge.count({ where: { organisationId, assessmentId, state: "open" } }),
    evidence: await tx.evidence.findMany({
      where: { organisationId, removedAt: null },
      select: { title: true, reviewOn: true, toConfirm: true },
      orderBy: { title: "asc" },
    }),
    actions: await actionsIn(tx, organisationId),
    targets: await targetsIn(tx, organisationId, assessmentId),
    contracts: await tx.gapView.findMany({
      where: { organisationId, assessmentId, contractEndsOn: { not: null } },
      select: { system: true, supplier: true, contractEndsOn: true },
      orderBy: [{ system: "asc" }, { supplier: "asc" }],
    }),
    own: await yearDatesIn(tx, organisationId),
    guestReviewsEnd: await guestReviewsEndIn(tx, organisationId, assessmentId),
  };
}

async function guestReviewsEndIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Date[]> {
  const guests = await tx.accessGrant.findMany({
    where: { organisationId, assessmentId, kind: "guest_reviewer", endedAt: null },
    select: { endsOn: true },
  });
  return guests.flatMap(({ endsOn }) => endsOn ?? []);
}
