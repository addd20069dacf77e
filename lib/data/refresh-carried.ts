import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { questionKey } from "@/lib/assessment/assignment";
import { type CarriedAnswer, carryForward } from "@/lib/assessment/carry-forward";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { answersIn } from "./answers";
import { record } from "./audit";
import type { FrameworkVersions } from "./rounds";
import type { TenantTransaction } from "./tenant";

type Source = { organisationId: string; round: string; from: Framework; rows: readonly StoredAnswer[] };

/**
 * Carries the answers of a round that was signed anew into the round that its first sign-off opened. Only what nobody
 * has touched there since is brought up to date; an answer somebody gave stays as it is.
 */
export async function refreshCarried(
  tx: TenantTransaction,
  user: CurrentUser,
  { organisationId, round, from, rows }: Source,
  versions: FrameworkVersions,
): Promise<void> {
  const next = await tx.assessment.findFirst({
    where: { organisationId, round, state: "in_progress" },
    select: { id: true, frameworkVersion: true, careSettings: true },
  });
  if (!next) return;
  const place = { organisationId, assessmentId: next.id };
  const touched = await tx.answerRevision.findMany({
    where: { ...place, kind: { notIn: ["carried_forward", "refused"] } },
    select: { capabilityId: true, scope: true },
  });
  const given = new Set(touched.map(questionKey));
  const standing = new Map(
    (await answersIn(tx, organisationId, next.id)).map((row) => [questionKey(row), row]),
  );
  const to = versions.get(next.frameworkVersion);
  const carried = carryForward(from, to, next.careSettings as CareSetting[], rows);
  let refreshed = 0;
  for (const answer of carried) {
    const row = standing.get(questionKey(answer));
    if (given.has(questionKey(answer)) || (row && saysTheSame(row, answer))) continue;
    if (await carryAgain(tx, user, place, answer, row)) refreshed += 1;
  }
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action: "round.refreshed",
    subject: `assessment:${next.id}`,
    detail: { answers: refreshed },
  });
}

/** False where somebody saved the answer in this very moment: theirs stands. */
async function carryAgain(
  tx: TenantTransaction,
  user: CurrentUser,
  place: { organisationId: string; assessmentId: string },
  { capabilityId, scope, criteria, ...rest }: CarriedAnswer,
  row: StoredAnswer | undefined,
): Promise<boolean> {
  const where = { ...place, capabilityId, scope };
  const version = (row?.version ?? 0) + 1;
  const at = new Date();
  const values = {
    ...rest,
    criteria: { ...criteria },
    version,
    carriedForward: true,
    savedAt: at,
    savedById: user.personId,
  };
  const written = row
    ? await tx.answer.updateMany({ where: { ...where, version: row.version }, data: values })
    : await tx.answer.createMany({ data: [{ ...where, ...values }], skipDuplicates: true });
  if (written.count === 0) return false;
  await tx.answerRevision.createMany({
    data: [
      {
        ...where,
        kind: "carried_forward",
        version,
        value: { ...rest, criteria: { ...criteria } },
        at,
        byId: user.personId,
      },
    ],
  });
  return true;
}

function saysTheSame(row: StoredAnswer, answer: CarriedAnswer): boolean {
  const ids = new Set([...Object.keys(row.criteria), ...Object.keys(answer.criteria)]);
  return (
    row.note === answer.note &&
    row.confidence === answer.confidence &&
    row.notApplicable === answer.notApplicable &&
    [...ids].every((id) => row.criteria[id] === answer.criteria[id])
  );
}
