import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { answersIn } from "./answers";
import { assessmentIn } from "./assessments";
import { type Target, targetsIn } from "./targets";
import { withTenant } from "./tenant";

export type SignedAnswers = { rows: StoredAnswer[]; targets: Target[] };

/** The answers and targets of a round while it is signed off. Opened again they are drafts, which a board never sees. */
export async function signedAnswers(user: CurrentUser, assessmentId: string): Promise<SignedAnswers | null> {
  return withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, assessmentId);
    if (assessment?.state !== "signed_off") return null;
    const { organisationId } = assessment;
    if (!may(user, "see signed-off results", organisationId)) return null;
    const rows = await answersIn(tx, organisationId, assessmentId);
    return { rows, targets: await targetsIn(tx, organisationId, assessmentId) };
  });
}
