import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { isBeingRevised } from "@/lib/assessment/states";
import { assessmentIn } from "./assessments";
import { type Reopening, reopeningsIn } from "./reopenings";
import { withTenant } from "./tenant";

/** What is on record about the last sign-off of a round. */
export type SignOffRecord = {
  byName: string;
  byRole: string;
  at: Date;
  committee: string | null;
  committeeOn: Date | null;
  minuteReference: string | null;
  samePerson: boolean;
  frameworkVersion: string;
  engineVersion: string;
  contentHash: string;
  /** What was worth a second look and was left. */
  warnings: { message: string; capability: string | null; scope: string | null }[];
  /** Each time the round was opened again, the last first. */
  reopenings: Reopening[];
  /** True while it is open again. */
  beingRevised: boolean;
};

/** The record of the last sign-off; null where there is none, or the user may not read the round's answers. */
export async function signOffRecord(user: CurrentUser, assessmentId: string): Promise<SignOffRecord | null> {
  return withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    if (!assessment || !may(user, "read answers", assessment.organisationId, assessmentId)) return null;
    const { organisationId } = assessment;
    const row = await tx.snapshot.findFirst({
      where: { organisationId, assessmentId, kind: "sign_off" },
      select: {
        byName: true,
        byRole: true,
        at: true,
        committee: true,
        committeeOn: true,
        minuteReference: true,
        samePerson: true,
        frameworkVersion: true,
        engineVersion: true,
        contentHash: true,
        warnings: true,
      },
      orderBy: { at: "desc" },
    });
    if (!row) return null;
    return {
      ...row,
      warnings: row.warnings as SignOffRecord["warnings"],
      reopenings: await reopeningsIn(tx, organisationId, assessmentId),
      beingRevised: isBeingRevised(assessment),
    };
  });
}
