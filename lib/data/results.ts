import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { documentedIn } from "@/lib/assessment/documented";
import { isBeingRevised } from "@/lib/assessment/states";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { dayOf } from "@/lib/report/dates";
import type { GapView } from "@/lib/report/gap-view";
import { overDimensions, type SetTarget } from "@/lib/report/targets";
import { type Evidenced, evidencedOf } from "@/lib/scoring/evidenced";
import type { Answers } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { linkedEvidenceIn } from "./evidence";
import { getFramework } from "./frameworks";
import { gapViewsIn } from "./gap-views";
import { settingsKeptIn } from "./kept-answers";
import { type Snapshot, signOffIn } from "./snapshots";
import { targetsIn } from "./targets";
import { type TenantTransaction, withTenant } from "./tenant";

/** The result of one care setting with what is needed to explain it. */
export type SettingResult = {
  assessment: Assessment;
  framework: Framework;
  setting: CareSetting;
  result: Result;
  answers: Answers;
  /** The answers as they are kept; null for who may not read answers. */
  rows: StoredAnswer[] | null;
  targets: readonly SetTarget[];
  /** What the trust says of its gaps; of a round that is being revised what it said when that was signed. */
  gapViews: readonly GapView[];
  /** How much of it stands on evidence; null for a sign-off from before evidence was kept. */
  evidenced: Evidenced | null;
  /** Capabilities that something documented shows today; null for a signed-off result, which keeps their number. */
  documented: ReadonlySet<string> | null;
  /** The sign-off the figures come from; null for the current position of a round that is still open. */
  signedOff: Snapshot | null;
};

/**
 * The result of one care setting. Of a signed-off round it is the frozen one, never worked out again; of an open
 * round the engine's over the answers as they stand. Of a round that is being revised, who may not see drafts sees the
 * last sign-off with the answers it kept. Null where there is none or the user may not see it.
 */
export async function resultOf(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
): Promise<SettingResult | null> {
  return (await resultAnd(user, assessmentId, setting, async () => null))?.result ?? null;
}

/**
 * The result of one care setting (`resultOf`) and what `read` reads beside it: all as it was at one moment, whatever
 * colleagues save meanwhile. `read` is told the sign-off that the result comes from, null for an open round, and asks the
 * policy for what it reads.
 */
export async function resultAnd<T>(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
  read: (tx: TenantTransaction, assessment: Assessment, signedOff: Snapshot | null) => Promise<T>,
): Promise<{ result: SettingResult; beside: T } | null> {
  const kept = await withTenant(user, { atOneMoment: true }, async (tx) => {
    const stored = await storedIn(tx, user, assessmentId, setting);
    return stored && { stored, beside: await read(tx, stored.assessment, stored.signedOff) };
  });
  const result = kept && (await asSeen(user, setting, kept.stored));
  return result && { result, beside: kept.beside };
}

/** What a result is made from, as it is kept; null where it is not the user's to see. */
async function storedIn(tx: TenantTransaction, user: CurrentUser, assessmentId: string, setting: string) {
  const assessment = await assessmentIn(tx, user, assessmentId);
  if (!assessment || !maySeeResult(user, assessment)) return null;
  const { organisationId } = assessment;
  if (isBeingRevised(assessment) && !maySeeDraft(user, assessment)) {
    const last = await signOffIn(tx, organisationId, assessmentId);
    if (!last) return null;
    const kept = await settingsKeptIn(tx, organisationId, last.id);
    return { assessment, signedOff: last, kept, rows: [], targets: [], gapViews: [], evidence: [] };
  }
  const signedOff =
    assessment.state === "signed_off" ? await signOffIn(tx, organisationId, assessmentId) : null;
  const rows = await answersIn(tx, organisationId, assessmentId);
  const targets = await targetsIn(tx, organisationId, assessmentId);
  const gapViews = await gapViewsIn(tx, organisationId, assessmentId, setting);
  const evidence = signedOff ? [] : await linkedEvidenceIn(tx, organisationId);
  return { assessment, signedOff, kept: null, rows, targets, gapViews, evidence };
}

type Stored = NonNullable<Awaited<ReturnType<typeof storedIn>>>;

async function asSeen(user: CurrentUser, setting: string, found: Stored): Promise<SettingResult | null> {
  const careSetting = found.assessment.careSettings.find((known) => known === setting);
  if (!careSetting) return null;
  const { assessment, signedOff, rows } = found;
  await noteLook(user, assessment.organisationId);
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const kept = found.kept?.get(careSetting);
  const answers = kept?.answers ?? answersFor(framework, careSetting, rows);
  const targets = kept?.targets ?? overDimensions(framework, found.targets);
  const result = signedOff?.results[careSetting] ?? score(framework, careSetting, answers);
  const documented = documentedIn(framework, careSetting, rows, found.evidence, dayOf(new Date()));
  const gapViews = kept?.gapViews ?? found.gapViews;
  const evidenced = signedOff
    ? (signedOff.evidenced[careSetting] ?? null)
    : evidencedOf(framework, careSetting, answers, result, documented);
  const mayRead = may(user, "read answers", assessment.organisationId, assessment.id);
  return {
    assessment,
    framework,
    setting: careSetting,
    result,
    answers,
    targets,
    evidenced,
    signedOff,
    gapViews,
    rows: mayRead ? rows : null,
    documented: signedOff ? null : documented,
  };
}

function maySeeResult(user: CurrentUser, assessment: Assessment): boolean {
  const { id, organisationId, signedOffAt } = assessment;
  if (signedOffAt !== null && may(user, "see signed-off results", organisationId, id)) return true;
  return assessment.state !== "signed_off" && maySeeDraft(user, assessment);
}

function maySeeDraft(user: CurrentUser, { id, organisationId }: Assessment): boolean {
  return may(user, "see current results", organisationId, id);
}
