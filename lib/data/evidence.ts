import "server-only";
import { randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type {
  EvidenceGrade,
  EvidenceItem,
  KeptEvidence,
  LinkedEvidence,
  Verifier,
} from "@/lib/assessment/evidence";
import { addOnce } from "./add-once";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { type TenantTransaction, withTenant } from "./tenant";

const shown = {
  id: true,
  title: true,
  url: true,
  reference: true,
  owner: true,
  effectiveOn: true,
  reviewOn: true,
  grade: true,
  verifiedBy: true,
  version: true,
} as const;

const keptShown = { ...shown, copiedFrom: true, copiedPieceId: true, toConfirm: true } as const;

const linkShown = { capabilityId: true, scope: true, counter: true } as const;

export type EvidenceUse = { capabilityId: string; scope: string; counter: boolean };

/** A piece of evidence in the register, with what it speaks for or against. */
export type RegisteredEvidence = KeptEvidence & { links: EvidenceUse[] };

/** The register of a trust, by title; null where it is not the user's to see. */
export async function evidenceOf(
  user: CurrentUser,
  organisationId: string,
): Promise<RegisteredEvidence[] | null> {
  if (!maySee(user, organisationId)) return null;
  const rows = await withTenant(user, {}, (tx) =>
    tx.evidence.findMany({
      where: { organisationId, removedAt: null },
      select: { ...keptShown, links: { select: linkShown } },
    }),
  );
  const inEnglish = new Intl.Collator("en-GB");
  return rows.map(asGraded).sort((one, other) => inEnglish.compare(one.title, other.title));
}

/** One piece of evidence; null where it is missing or not the user's to see. */
export async function getEvidence(
  user: CurrentUser,
  organisationId: string,
  id: string,
): Promise<RegisteredEvidence | null> {
  if (!isId(id) || !maySee(user, organisationId)) return null;
  const row = await withTenant(user, {}, (tx) =>
    tx.evidence.findFirst({
      where: { organisationId, id, removedAt: null },
      select: { ...keptShown, links: { select: linkShown } },
    }),
  );
  return row && asGraded(row);
}

/** Every use of evidence in an organisation, for who may read the answers of this round; null for everybody else. */
export async function linkedEvidenceOf(
  user: CurrentUser,
  organisationId: string,
  assessmentId: string,
): Promise<LinkedEvidence[] | null> {
  if (!may(user, "read answers", organisationId, assessmentId)) return null;
  return withTenant(user, {}, (tx) => linkedEvidenceIn(tx, organisationId));
}

/**
 * Every use of evidence in an organisation, or of it for one capability, in an open transaction. What was copied there
 * and nobody has confirmed is of no use yet.
 */
export async function linkedEvidenceIn(
  tx: TenantTransaction,
  organisationId: string,
  capabilityId?: string,
): Promise<LinkedEvidence[]> {
  const rows = await tx.evidenceLink.findMany({
    where: {
      organisationId,
      evidence: { removedAt: null, toConfirm: false },
      ...(capabilityId === undefined ? {} : { capabilityId }),
    },
    select: { ...linkShown, evidence: { select: shown } },
  });
  return rows.map(({ evidence, ...use }) => ({ ...asGraded(evidence), ...use }));
}

/** The database holds both columns to these words; every other field is as the compiler knows it. */
function asGraded<Row extends { grade: string; verifiedBy: string | null }>(row: Row) {
  return { ...row, grade: row.grade as EvidenceGrade, verifiedBy: row.verifiedBy as Verifier | null };
}

export type NewEvidence = Omit<EvidenceItem, "id" | "version">;

export type EvidenceOutcome = { kind: "kept"; id: string } | { kind: "stale" | "not_found" };

/**
 * Adds a piece of evidence to the register. `key` names the form it was typed in: the same piece sent from it once more,
 * by a second click, is the one that is there.
 */
export async function addEvidence(
  user: CurrentUser,
  organisationId: string,
  evidence: NewEvidence,
  key: string = randomUUID(),
): Promise<EvidenceOutcome> {
  if (!may(user, "attach evidence", organisationId)) return { kind: "not_found" };
  return withTenant(user, { write: organisationId }, async (tx) => {
    const piece = { organisationId, ...evidence, version: 1, changedById: user.personId };
    const { id, added } = await addOnce({
      key,
      add: (id) =>
        tx.evidence.createMany({ data: [{ ...piece, id, changedAt: new Date() }], skipDuplicates: true }),
      same: (id) => tx.evidence.count({ where: { ...piece, id, removedAt: null } }),
    });
    if (added) await noteEvidenceAdded(tx, user, organisationId, id);
    return { kind: "kept", id };
  });
}

/** Notes that a piece was added, beside what adds it in a transaction that is open. */
export function noteEvidenceAdded(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  id: string,
): Promise<void> {
  return noteEvent(tx, user, organisationId, id, "evidence.added", 1);
}

/** Changes a piece of evidence, which confirms a copied one as well, unless somebody changed it since `version` was read. */
export async function changeEvidence(
  user: CurrentUser,
  organisationId: string,
  id: string,
  version: number,
  evidence: NewEvidence,
): Promise<EvidenceOutcome> {
  return update(user, organisationId, id, version, { ...evidence, toConfirm: false }, "evidence.changed");
}

/** Says that a piece copied from another trust is true here too, unless somebody changed it since `version` was read. */
export async function confirmEvidence(
  user: CurrentUser,
  organisationId: string,
  id: string,
  version: number,
): Promise<EvidenceOutcome> {
  return update(user, organisationId, id, version, { toConfirm: false }, "evidence.confirmed");
}

/** Takes a piece of evidence out of the register; what it was stays on record. */
export async function removeEvidence(
  user: CurrentUser,
  organisationId: string,
  id: string,
  version: number,
): Promise<EvidenceOutcome> {
  return update(
    user,
    organisationId,
    id,
    version,
    { removedAt: new Date(), copiedPieceId: null },
    "evidence.removed",
  );
}

async function update(
  user: CurrentUser,
  organisationId: string,
  id: string,
  version: number,
  values: Partial<NewEvidence> & { toConfirm?: boolean; removedAt?: Date; copiedPieceId?: null },
  action: EventKind,
): Promise<EvidenceOutcome> {
  if (!isId(id) || !may(user, "attach evidence", organisationId)) return { kind: "not_found" };
  return withTenant(user, { write: organisationId }, async (tx) => {
    const changed = await tx.evidence.updateMany({
      where: { organisationId, id, version, removedAt: null },
      data: { ...values, version: version + 1, changedAt: new Date(), changedById: user.personId },
    });
    if (changed.count === 0) {
      const there = await tx.evidence.count({ where: { organisationId, id, removedAt: null } });
      return { kind: there > 0 ? "stale" : "not_found" };
    }
    await noteEvent(tx, user, organisationId, id, action, version + 1);
    return { kind: "kept", id };
  });
}

function noteEvent(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  id: string,
  action: EventKind,
  version: number,
): Promise<void> {
  return record(tx, {
    organisationId,
    actorId: user.personId,
    action,
    subject: `evidence:${id}`,
    detail: { version },
  });
}

/** Who puts answers together or reads them all. */
function maySee(user: CurrentUser, organisationId: string): boolean {
  return may(user, "attach evidence", organisationId) || may(user, "read answers", organisationId);
}
