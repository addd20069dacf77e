import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import type { Evidenced } from "@/lib/scoring/evidenced";
import type { Result } from "@/lib/scoring/result";
import { type TenantTransaction, withTenant } from "./tenant";
import { frozen, unchanging } from "./unchanging";

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
  /** How much stands on evidence; empty for a sign-off from before evidence was kept. */
  evidenced: Partial<Record<CareSetting, Evidenced>>;
  at: Date;
  byName: string;
  byRole: string;
  /** What a checkpoint is for. */
  name: string;
  /** The committee it was signed for, when that decided and where it is minuted. */
  committee: string | null;
  committeeOn: Date | null;
  minuteReference: string | null;
  /** Who signed had also sent it for review. */
  samePerson: boolean;
};

type Facts = Omit<Snapshot, "results">;

const facts = {
  id: true,
  assessmentId: true,
  kind: true,
  round: true,
  frameworkId: true,
  frameworkVersion: true,
  engineVersion: true,
  evidenced: true,
  at: true,
  byName: true,
  byRole: true,
  name: true,
  committee: true,
  committeeOn: true,
  minuteReference: true,
  samePerson: true,
} as const;

/**
 * What an organisation signed off, newest first; at most `limit` rounds. Of a round that was opened again and signed
 * anew the last sign-off. Empty where the user may not see results.
 */
export async function signOffsOf(user: CurrentUser, organisationId: string, limit = 10): Promise<Snapshot[]> {
  if (!may(user, "see signed-off results", organisationId)) return [];
  return withTenant(user, {}, (tx) => signOffsIn(tx, organisationId, limit));
}

/** The same inside a transaction that is already open. */
export async function signOffsIn(
  tx: TenantTransaction,
  organisationId: string,
  limit: number,
): Promise<Snapshot[]> {
  const latest = await tx.snapshot.findMany({
    where: { organisationId, kind: "sign_off" },
    select: facts,
    orderBy: { at: "desc" },
    distinct: ["assessmentId"],
    take: limit,
  });
  return withResults(tx, organisationId, latest as Facts[]);
}

/** The latest sign-off of an assessment, inside a transaction that is already open. */
export async function signOffIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Snapshot | null> {
  const [latest] = await snapshotsIn(tx, organisationId, { assessmentId, kind: "sign_off" }, 1);
  return latest ?? null;
}

/** The snapshots that fit, newest first, inside a transaction that is already open. The caller asks who may see them. */
export async function snapshotsIn(
  tx: TenantTransaction,
  organisationId: string,
  wanted: Wanted,
  limit?: number,
): Promise<Snapshot[]> {
  const rows = await tx.snapshot.findMany({
    where: { ...wanted, organisationId },
    select: facts,
    orderBy: { at: "desc" },
    ...(limit && { take: limit }),
  });
  return withResults(tx, organisationId, rows as Facts[]);
}

type Wanted = { id?: string; assessmentId?: string; kind?: Snapshot["kind"] };

type Results = Snapshot["results"];

const recall = unchanging<Results>(300);

/**
 * Snapshots that were found, with their results. Those are long and never change: a page that goes back over the years
 * costs no more with each.
 */
async function withResults(
  tx: TenantTransaction,
  organisationId: string,
  found: readonly Facts[],
): Promise<Snapshot[]> {
  const known = await recall(
    found.map(({ id }) => id),
    async (missing) => {
      const where = { organisationId, id: { in: missing } };
      const rows = await tx.snapshot.findMany({ where, select: { id: true, results: true } });
      return rows.map(({ id, results }) => [id, frozen(results as unknown as Results)]);
    },
  );
  return found.map((one) => ({ ...one, results: known.get(one.id) ?? {} }));
}
