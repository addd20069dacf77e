import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { Framework } from "@/lib/framework/schema";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { getFramework } from "./frameworks";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** Everything that working on an assessment needs: what it is, its framework and its answers. */
export type AssessmentWork = {
  assessment: Assessment;
  framework: Framework;
  rows: StoredAnswer[];
  /** Names by person id of whoever saved an answer. */
  names: ReadonlyMap<string, string>;
};

/**
 * An assessment with its answers, read in one transaction; with `capabilityId` only the answers to that one. Null
 * where it is missing or the user may not read its answers.
 */
export async function assessmentWork(
  user: CurrentUser,
  assessmentId: string,
  capabilityId?: string,
): Promise<AssessmentWork | null> {
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    if (!assessment || !may(user, "read answers", assessment.organisationId, assessmentId)) return null;
    return { assessment, rows: await answersIn(tx, assessment.organisationId, assessmentId, capabilityId) };
  });
  if (!found) return null;
  const { organisationId, frameworkId, frameworkVersion } = found.assessment;
  await noteLook(user, organisationId);
  const [framework, names] = await Promise.all([
    getFramework(frameworkId, frameworkVersion),
    namesOfSavers(user, found.rows),
  ]);
  return { ...found, framework, names };
}

/** One's own name is known: the page of an answer one gave oneself needs no question for it. */
async function namesOfSavers(
  { personId, name }: CurrentUser,
  rows: readonly StoredAnswer[],
): Promise<Map<string, string>> {
  const others = rows.map(({ savedById }) => savedById).filter((id) => id !== personId);
  const names = others.length > 0 ? await namesOf(others) : new Map<string, string>();
  return names.set(personId, name);
}
