import "server-only";
import { may } from "@/lib/access/policy";
import { type CurrentUser, organisationHeld, organisationsOpenTo } from "@/lib/access/user";
import type { AssessmentState } from "@/lib/assessment/states";
import type { CareSetting } from "@/lib/framework/schema";
import { noteLook } from "./access-log";
import { isId } from "./assessment-facts";
import { type TenantTransaction, withTenant } from "./tenant";

/** An assessment: one organisation, one round, pinned to one framework version. */
export type Assessment = {
  id: string;
  organisationId: string;
  organisation: { odsCode: string; name: string };
  round: string;
  frameworkId: string;
  frameworkVersion: string;
  careSettings: CareSetting[];
  state: AssessmentState;
  startedAt: Date;
  sentAt: Date | null;
  sentById: string | null;
  /** The latest sign-off; it stays when the round is opened again. */
  signedOffAt: Date | null;
};

const shown = {
  id: true,
  organisationId: true,
  round: true,
  frameworkId: true,
  frameworkVersion: true,
  careSettings: true,
  state: true,
  startedAt: true,
  sentAt: true,
  sentById: true,
  signedOffAt: true,
} as const;

/**
 * The assessments of an organisation, latest round first. Who may not read answers sees those that are signed off;
 * empty where the user may see neither.
 */
export async function assessmentsOf(user: CurrentUser, organisationId: string): Promise<Assessment[]> {
  if (!may(user, "see the trust", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.assessment.findMany({ where: { organisationId }, select: shown, orderBy: { round: "desc" } }),
  );
  return asHeld(user, rows).filter((row) => maySee(user, row));
}

/**
 * Every assessment the person may see in any organisation open to them, or in those of `among` alone, by its code and
 * latest round first. Under a grant, looking is noted.
 */
export async function everyAssessment(
  user: CurrentUser,
  among: readonly string[] = organisationsOpenTo(user),
): Promise<Assessment[]> {
  const rows = await withTenant(user, {}, (tx) =>
    tx.assessment.findMany({
      where: { organisationId: { in: [...among] } },
      select: shown,
      orderBy: [{ organisation: { odsCode: "asc" } }, { round: "desc" }],
    }),
  );
  const seen = asHeld(user, rows).filter((row) => maySee(user, row));
  for (const id of new Set(seen.map(({ organisationId }) => organisationId))) await noteLook(user, id);
  return seen;
}

/** One assessment, or null where it is missing or the user may see neither its answers nor its signed-off result. */
export async function getAssessment(user: CurrentUser, id: string): Promise<Assessment | null> {
  const row = await withTenant(user, {}, (tx) => assessmentIn(tx, user, id));
  if (!row || !maySee(user, row)) return null;
  await noteLook(user, row.organisationId);
  return row;
}

/** One assessment, inside a transaction that is already open; row-level security decides what can be found. */
export async function assessmentIn(
  tx: TenantTransaction,
  user: CurrentUser,
  id: string,
): Promise<Assessment | null> {
  if (!isId(id)) return null;
  const row = await tx.assessment.findFirst({ where: { id }, select: shown });
  return (row && asHeld(user, [row])[0]) ?? null;
}

type Row = Omit<Assessment, "organisation" | "careSettings" | "state"> & {
  careSettings: string[];
  state: string;
};

/** With whose they are, which came with the session: a read of it would be one statement more for every page. */
function asHeld(user: CurrentUser, rows: readonly Row[]): Assessment[] {
  return rows.flatMap((row) => {
    const organisation = organisationHeld(user, row.organisationId);
    return organisation ? [{ ...row, organisation } as Assessment] : [];
  });
}

function maySee(user: CurrentUser, { id, organisationId, signedOffAt }: Assessment): boolean {
  if (may(user, "read answers", organisationId, id)) return true;
  return signedOffAt !== null && may(user, "see signed-off results", organisationId, id);
}
