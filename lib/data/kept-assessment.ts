import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { findFramework } from "./frameworks";
import { type Snapshot, signOffIn } from "./snapshots";
import { withTenant } from "./tenant";

/** What is kept of an assessment and can be read without its questions. */
export type KeptAssessment = {
  assessment: Assessment;
  /** Whether its framework version can be read: then its usual pages show more. */
  questionsMissing: boolean;
  /** Null for who may not read answers. */
  rows: StoredAnswer[] | null;
  /** The last sign-off; null where there is none. */
  signedOff: Snapshot | null;
};

/** An assessment as it is stored; null where it is missing or the user may see nothing of it. */
export async function keptAssessment(user: CurrentUser, id: string): Promise<KeptAssessment | null> {
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, id);
    if (!assessment) return null;
    const { organisationId } = assessment;
    const reads = may(user, "read answers", organisationId, id);
    if (!reads && !may(user, "see signed-off results", organisationId, id)) return null;
    return {
      assessment,
      rows: reads ? await answersIn(tx, organisationId, id) : null,
      signedOff: await signOffIn(tx, organisationId, id),
    };
  });
  if (!found) return null;
  const { organisationId, frameworkId, frameworkVersion } = found.assessment;
  await noteLook(user, organisationId);
  return { ...found, questionsMissing: (await findFramework(frameworkId, frameworkVersion)) === null };
}
