import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { emptyFrontSheet, type FrontSheet } from "@/lib/report/front-sheet";
import { record } from "./audit";
import { isUniqueViolation, type TenantTransaction, withTenant } from "./tenant";

const shown = {
  version: true,
  title: true,
  meeting: true,
  meetingOn: true,
  agendaReference: true,
  author: true,
  leadDirector: true,
  purpose: true,
  assuranceLevels: true,
  assuranceLevel: true,
  objectives: true,
  riskRegister: true,
  cqcDomains: true,
  consideredBy: true,
  implications: true,
  recommendation: true,
} as const;

/** The front sheet as it is kept; version 0 before it was first saved. */
export type KeptFrontSheet = { version: number; sheet: FrontSheet };

/** The front sheet of a trust's board papers, inside a transaction that is already open. */
export async function frontSheetIn(tx: TenantTransaction, organisationId: string): Promise<KeptFrontSheet> {
  const row = await tx.boardFrontSheet.findUnique({ where: { organisationId }, select: shown });
  if (!row) return { version: 0, sheet: emptyFrontSheet };
  const { version, ...sheet } = row;
  return { version, sheet: sheet as FrontSheet };
}

/** Keeps the front sheet, unless somebody changed it since `version` was read. */
export async function keepFrontSheet(
  user: CurrentUser,
  organisationId: string,
  version: number,
  sheet: FrontSheet,
): Promise<"kept" | "stale" | "not_found"> {
  if (!may(user, "fill in the front sheet", organisationId)) return "not_found";
  const values = { ...sheet, version: version + 1, changedAt: new Date(), changedById: user.personId };
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      const { count } =
        version === 0
          ? await tx.boardFrontSheet.createMany({ data: [{ organisationId, ...values }] })
          : await tx.boardFrontSheet.updateMany({ where: { organisationId, version }, data: values });
      if (count === 0) return "stale";
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: "front_sheet.changed",
        subject: `organisation:${organisationId}`,
        detail: { version: version + 1 },
      });
      return "kept";
    });
  } catch (error) {
    // Two people saved the first one at once.
    if (isUniqueViolation(error)) return "stale";
    throw error;
  }
}
