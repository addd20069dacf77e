import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CarriedAnswer } from "@/lib/assessment/carry-forward";
import { rapidCheckAnswers, type RapidCheck } from "@/lib/assessment/rapid-check-answers";
import { nextRound, roundOf } from "@/lib/assessment/round";
import { currentRound } from "@/lib/assessment/states";
import type { CareSetting } from "@/lib/framework/schema";
import { answersIn } from "./answers";
import { record } from "./audit";
import { holdOrganisation } from "./hold-organisation";
import { type Organisation, organisationsOf } from "./organisations";
import { putCarried } from "./put-carried";
import { frameworkFor, frameworkVersions, type FrameworkVersions, openRound } from "./rounds";
import { type TenantTransaction, withTenant } from "./tenant";

/** What carrying a rapid check into a trust would do now. */
export type CarryPlan =
  | { kind: "start"; round: string; careSettings: CareSetting[] }
  | { kind: "fill"; assessmentId: string; round: string; unanswered: number }
  | { kind: "nothing_open"; assessmentId: string; round: string }
  | { kind: "in_review"; round: string }
  | { kind: "other_settings" };

export type CarryOutcome =
  | { kind: "carried"; assessmentId: string; answers: number }
  | { kind: "refused"; plan: CarryPlan }
  | { kind: "not_found" };

/** The framework that the rapid check gives a first look at. */
const CHECKED = "nhs-trust";

const shown = {
  id: true,
  state: true,
  round: true,
  signedOffAt: true,
  careSettings: true,
  frameworkVersion: true,
} as const;

/** For each organisation whose rounds the person may start: what carrying this rapid check into it would do. */
export async function carryPlans(
  user: CurrentUser,
  check: RapidCheck,
  now: Date,
): Promise<{ organisation: Organisation; plan: CarryPlan }[]> {
  const organisations = (await organisationsOf(user)).filter((organisation) => mayCarry(user, organisation));
  const versions = await frameworkVersions(CHECKED);
  return withTenant(user, {}, async (tx) => {
    const plans: { organisation: Organisation; plan: CarryPlan }[] = [];
    for (const organisation of organisations) {
      plans.push({ organisation, plan: await planIn(tx, organisation, check, versions, now) });
    }
    return plans;
  });
}

/**
 * Carries a rapid check into an organisation's open round, or into a new one where none is open: every capability
 * nobody has answered starts at its dimension's level, carried forward and to be confirmed. Answers, revisions and
 * the audit event stand together or not at all.
 */
export async function carryRapidCheck(
  user: CurrentUser,
  organisationId: string,
  check: RapidCheck,
  now: Date,
): Promise<CarryOutcome> {
  const organisation = (await organisationsOf(user)).find(({ id }) => id === organisationId);
  if (!organisation || !mayCarry(user, organisation)) return { kind: "not_found" };
  const versions = await frameworkVersions(CHECKED);
  return withTenant(user, { write: organisationId }, async (tx) => {
    await holdOrganisation(tx, organisationId);
    // Takes the open round's lock: saves and a sign-off wait, so that "nobody has answered" stays true until the end.
    await tx.assessment.updateMany({
      where: { organisationId, state: "in_progress" },
      data: { state: "in_progress" },
    });
    const plan = await planIn(tx, organisation, check, versions, now);
    if (plan.kind === "fill") {
      const answers = await bringIn(tx, user, organisationId, plan.assessmentId, check, versions, now);
      return { kind: "carried", assessmentId: plan.assessmentId, answers };
    }
    const started = plan.kind === "start" && (await openRound(tx, user, organisationId, plan, versions));
    if (!started) return { kind: "refused", plan };
    const answers = await bringIn(tx, user, organisationId, started, check, versions, now);
    return { kind: "carried", assessmentId: started, answers };
  });
}

function mayCarry(user: CurrentUser, { id: organisationId, kind }: Organisation): boolean {
  if (frameworkFor(kind) !== CHECKED) return false;
  return may(user, "start a round", organisationId) && may(user, "answer questions", organisationId);
}

async function planIn(
  tx: TenantTransaction,
  { id: organisationId, careSettings }: Organisation,
  check: RapidCheck,
  versions: FrameworkVersions,
  now: Date,
): Promise<CarryPlan> {
  const rounds = await tx.assessment.findMany({ where: { organisationId }, select: shown });
  const open = currentRound(rounds);
  if (!(open?.careSettings ?? careSettings).includes(check.setting)) return { kind: "other_settings" };
  if (!open) {
    let round = roundOf(now);
    while (rounds.some((taken) => taken.round === round)) round = nextRound(round);
    return { kind: "start", round, careSettings };
  }
  const { id: assessmentId, round } = open;
  if (open.state !== "in_progress") return { kind: "in_review", round };
  const unanswered = (await answersToBring(tx, organisationId, open, check, versions)).length;
  if (unanswered === 0) return { kind: "nothing_open", assessmentId, round };
  return { kind: "fill", assessmentId, round, unanswered };
}

async function answersToBring(
  tx: TenantTransaction,
  organisationId: string,
  round: { id: string; careSettings: string[]; frameworkVersion: string },
  check: RapidCheck,
  versions: FrameworkVersions,
): Promise<CarriedAnswer[]> {
  const rows = await answersIn(tx, organisationId, round.id);
  const framework = versions.get(round.frameworkVersion);
  return rapidCheckAnswers(framework, round.careSettings as CareSetting[], check, rows);
}

async function bringIn(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  assessmentId: string,
  check: RapidCheck,
  versions: FrameworkVersions,
  at: Date,
): Promise<number> {
  const where = { organisationId, id: assessmentId };
  const round = await tx.assessment.findFirstOrThrow({ where, select: shown });
  const carried = await answersToBring(tx, organisationId, round, check, versions);
  await putCarried(tx, user, { organisationId, assessmentId }, carried, at);
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action: "rapid_check.carried",
    subject: `assessment:${assessmentId}`,
    detail: { careSetting: check.setting, answers: carried.length, ...Object.fromEntries(check.chosen) },
  });
  return carried.length;
}
