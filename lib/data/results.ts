import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { getFramework } from "./frameworks";
import { type Snapshot, signOffIn } from "./snapshots";
import { type Target, targetsIn } from "./targets";
import { withTenant } from "./tenant";

/** The result of one care setting with what is needed to explain it. */
export type SettingResult = {
  assessment: Assessment;
  framework: Framework;
  setting: CareSetting;
  result: Result;
  answers: Answers;
  /** The answers as they are kept; null for who may not read answers. */
  rows: StoredAnswer[] | null;
  targets: Target[];
  /** The sign-off the figures come from; null for the current position of a round that is still open. */
  signedOff: Snapshot | null;
};

/**
 * The result of one care setting. Of a signed-off round it is the frozen one, never worked out again; of an open
 * round the engine's over the answers as they stand. Null where there is none or the user may not see it.
 */
export async function resultOf(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
): Promise<SettingResult | null> {
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, assessmentId);
    if (!assessment || !maySeeResult(user, assessment)) return null;
    const { organisationId } = assessment;
    const signedOff =
      assessment.state === "signed_off" ? await signOffIn(tx, organisationId, assessmentId) : null;
    const rows = await answersIn(tx, organisationId, assessmentId);
    return { assessment, signedOff, rows, targets: await targetsIn(tx, organisationId, assessmentId) };
  });
  const careSetting = found?.assessment.careSettings.find((known) => known === setting);
  if (!found || !careSetting) return null;
  const { assessment, signedOff, rows, targets } = found;
  await noteLook(user, assessment.organisationId);
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const answers = answersFor(framework, careSetting, rows);
  const result = signedOff?.results[careSetting] ?? score(framework, careSetting, answers);
  const mayRead = may(user, "read answers", assessment.organisationId, assessment.id);
  return {
    ...{ assessment, framework, setting: careSetting, result, answers, targets, signedOff },
    rows: mayRead ? rows : null,
  };
}

function maySeeResult(user: CurrentUser, { id, organisationId, state }: Assessment): boolean {
  const permission = state === "signed_off" ? "see signed-off results" : "see current results";
  return may(user, permission, organisationId, id);
}
