import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { isBeingRevised } from "@/lib/assessment/states";
import { assessmentIn } from "./assessments";
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
  /** Set while the round is open again. */
  reopened: { at: Date; byName: string; reason: string } | null;
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
    const again = await tx.assessment.findFirst({
      where: { organisationId, id: assessmentId },
      select: { reopenedAt: true, reopenedById: true, reopenReason: true },
    });
    const by = again?.reopenedById
      ? await tx.person.findUnique({ where: { id: again.reopenedById }, select: { name: true } })
      : null;
    const reopened =
      again?.reopenedAt && isBeingRevised(assessment)
        ? { at: again.reopenedAt, byName: by?.name ?? "A former colleague", reason: again.reopenReason }
        : null;
    return { ...row, warnings: row.warnings as SignOffRecord["warnings"], reopened };
  });
}
