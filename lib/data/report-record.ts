import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { LinkedEvidence } from "@/lib/assessment/evidence";
import type { Preparer } from "@/lib/report/gap-report";
import { linkedEvidenceIn } from "./evidence";
import { type Plan, planAsSeen, seenOfPlan, storedPlanIn } from "./plan";
import { preparerOf } from "./report-logo";
import { resultAnd, type SettingResult } from "./results";

/** What a gap report is made from. */
export type ReportRecord = {
  result: SettingResult;
  /** Empty for who may not read answers. */
  evidence: LinkedEvidence[];
  /** Null for who may not see the plan. */
  plan: Plan | null;
  /** Whose name and logo stand on it; null for the trust's own. */
  preparer: Preparer | null;
};

/**
 * All that a gap report tells of a care setting, read at one moment, so that no part of it knows of a save that another
 * does not. Null for who may not export the report.
 */
export async function reportRecord(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
): Promise<ReportRecord | null> {
  const read = await resultAnd(user, assessmentId, setting, async (tx, { organisationId, id }) => {
    if (!may(user, "export the gap report", organisationId)) return null;
    const sees = may(user, "see the plan", organisationId) ? seenOfPlan(user, organisationId) : null;
    const reads = may(user, "read answers", organisationId, id);
    return {
      evidence: reads ? await linkedEvidenceIn(tx, organisationId) : [],
      stored: sees && (await storedPlanIn(tx, organisationId, sees)),
    };
  });
  if (!read?.beside) return null;
  const { evidence, stored } = read.beside;
  const { organisationId } = read.result.assessment;
  return {
    result: read.result,
    evidence,
    plan: stored && (await planAsSeen(user, organisationId, stored)),
    preparer: await preparerOf(user, organisationId),
  };
}
