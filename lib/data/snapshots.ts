import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { type TenantTransaction, withTenant } from "./tenant";

/** A frozen result: what a trust signed, with who and when. Its figures are read, never worked out again. */
export type Snapshot = {
  id: string;
  assessmentId: string;
  kind: "sign_off" | "checkpoint";
  round: string;
  frameworkId: string;
  frameworkVersion: string;
  engineVersion: string;
  results: Partial<Record<CareSetting, Result>>;
  at: Date;
  byName: string;
  byRole: string;
};

const shown = {
  id: true,
  assessmentId: true,
  kind: true,
  round: true,
  frameworkId: true,
  frameworkVersion: true,
  engineVersion: true,
  results: true,
  at: true,
  byName: true,
  byRole: true,
} as const;

/** The snapshots of an organisation, newest first; at most `limit`. Empty where the user may not see results. */
export async function snapshotsOf(
  user: CurrentUser,
  organisationId: string,
  limit = 10,
): Promise<Snapshot[]> {
  if (!may(user, "see signed-off results", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.snapshot.findMany({ where: { organisationId }, select: shown, orderBy: { at: "desc" }, take: limit }),
  );
  return rows as unknown as Snapshot[];
}

/** The latest sign-off of an assessment, inside a transaction that is already open. */
export async function signOffIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Snapshot | null> {
  const row = await tx.snapshot.findFirst({
    where: { organisationId, assessmentId, kind: "sign_off" },
    select: shown,
    orderBy: { at: "desc" },
  });
  return row as unknown as Snapshot | null;
}
