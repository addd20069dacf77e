import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { noYearDates, type YearDates } from "@/lib/report/year-dates";
import { record } from "./audit";
import { isUniqueViolation, type TenantTransaction, withTenant } from "./tenant";

/** `stale`: a colleague saved since `version` was read; what stands now comes with it. */
export type YearDatesOutcome =
  { kind: "kept" } | { kind: "stale"; current: YearDates } | { kind: "not_found" };

/** The days that a trust typed itself, for who leads the work; null for everybody else. */
export async function yearDatesOf(user: CurrentUser, organisationId: string): Promise<YearDates | null> {
  if (!may(user, "assign and chase", organisationId)) return null;
  return withTenant(user, {}, (tx) => yearDatesIn(tx, organisationId));
}

/** The same inside a transaction that is already open. */
export async function yearDatesIn(tx: TenantTransaction, organisationId: string): Promise<YearDates> {
  const row = await tx.yearDates.findUnique({
    where: { organisationId },
    select: {
      planningReturnOn: true,
      dsptOn: true,
      dmaOpensOn: true,
      dmaClosesOn: true,
      boardReviewOn: true,
      version: true,
    },
  });
  if (!row) return noYearDates;
  return {
    planningReturn: row.planningReturnOn,
    dspt: row.dsptOn,
    boardReview: row.boardReviewOn,
    dmaOpens: row.dmaOpensOn,
    dmaCloses: row.dmaClosesOn,
    version: row.version,
  };
}

/** Keeps the days that a trust types itself, unless somebody changed them since `version` was read. */
export async function saveYearDates(
  user: CurrentUser,
  organisationId: string,
  { planningReturn, dspt, dmaOpens, dmaCloses, boardReview, version }: YearDates,
): Promise<YearDatesOutcome> {
  if (!may(user, "assign and chase", organisationId)) return { kind: "not_found" };
  const values = {
    planningReturnOn: planningReturn,
    dsptOn: dspt,
    boardReviewOn: boardReview,
    dmaOpensOn: dmaOpens,
    dmaClosesOn: dmaCloses,
    version: version + 1,
    changedAt: new Date(),
    changedById: user.personId,
  };
  const once = () =>
    withTenant(user, { write: organisationId }, async (tx): Promise<YearDatesOutcome> => {
      const current = await yearDatesIn(tx, organisationId);
      if (current.version !== version) return { kind: "stale", current };
      if (version === 0) {
        await tx.yearDates.create({ data: { organisationId, ...values }, select: { version: true } });
      } else {
        const written = await tx.yearDates.updateMany({ where: { organisationId, version }, data: values });
        if (written.count === 0) return { kind: "stale", current: await yearDatesIn(tx, organisationId) };
      }
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: "year_dates.saved",
        subject: `organisation:${organisationId}`,
        detail: { version: version + 1 },
      });
      return { kind: "kept" };
    });
  // Two people may type the first dates at once; the second then finds the first's.
  return once().catch((error: unknown) => {
    if (isUniqueViolation(error)) return once();
    throw error;
  });
}
