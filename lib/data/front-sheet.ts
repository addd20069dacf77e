import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { emptyFrontSheet, type FrontSheet } from "@/lib/report/front-sheet";
import { keepOnlyRow } from "./only-row";
import type { TenantTransaction } from "./tenant";

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
  const table = (tx: TenantTransaction) => tx.boardFrontSheet;
  return keepOnlyRow(user, { table, organisationId, version, values: sheet, event: "front_sheet.changed" });
}
