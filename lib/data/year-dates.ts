import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { noYearDates, type YearDates } from "@/lib/report/year-dates";
import { keepOnlyRow } from "./only-row";
import { type TenantTransaction, withTenant } from "./tenant";

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
  };
  const table = (tx: TenantTransaction) => tx.yearDates;
  const outcome = await keepOnlyRow(user, {
    table,
    organisationId,
    version,
    values,
    event: "year_dates.saved",
  });
  if (outcome === "kept") return { kind: "kept" };
  return { kind: "stale", current: await withTenant(user, {}, (tx) => yearDatesIn(tx, organisationId)) };
}
