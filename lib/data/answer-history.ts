import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { answersLeftBy } from "@/lib/assessment/as-it-stood";
import type { CopiedPlace } from "@/lib/assessment/copied-place";
import type { Revision, RevisionCause, RevisionKind } from "@/lib/assessment/revision";
import type { AnswerContent, StoredAnswer } from "@/lib/assessment/stored-answer";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { copiedPlacesOf } from "./copied-place";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

const shown = { version: true, kind: true, value: true, at: true, byId: true } as const;

type Row = { version: number; kind: string; value: unknown; at: Date; byId: string };

/**
 * Every version of one answer, newest first, with the names of who made them and, by version, where copied ones come
 * from; null where it is not theirs to read.
 */
export async function answerHistory(
  user: CurrentUser,
  address: AnswerAddress,
): Promise<{
  revisions: Revision[];
  names: ReadonlyMap<string, string>;
  places: ReadonlyMap<number, CopiedPlace>;
} | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "see who answered", facts.organisationId, address.assessmentId)) return null;
  const rows = await withTenant(user, {}, (tx) =>
    tx.answerRevision.findMany({
      where: { organisationId: facts.organisationId, ...address, kind: { not: "refused" } },
      select: shown,
      orderBy: { version: "desc" },
    }),
  );
  const revisions = rows.map(revisionFrom);
  const copied = await copiedPlacesOf(revisions.map(({ because }) => because));
  const places = new Map<number, CopiedPlace>();
  revisions.forEach(({ version }, index) => {
    const place = copied[index];
    if (place) places.set(version, place);
  });
  const people = revisions.flatMap(({ byId, because: { enteredFor } }) => [byId, enteredFor ?? byId]);
  return { revisions, names: await namesOf(people), places };
}

/** The answers of an assessment as they stood just before a moment; null where they are not the user's to read. */
export async function answersBefore(
  user: CurrentUser,
  assessmentId: string,
  moment: Date,
): Promise<StoredAnswer[] | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  const rows = await withTenant(user, {}, (tx) =>
    tx.answerRevision.findMany({
      where: {
        organisationId: facts.organisationId,
        assessmentId,
        kind: { not: "refused" },
        at: { lt: moment },
      },
      select: { ...shown, capabilityId: true, scope: true },
      distinct: ["capabilityId", "scope"],
      orderBy: { version: "desc" },
    }),
  );
  return answersLeftBy(
    rows.map((row) => ({ ...revisionFrom(row), capabilityId: row.capabilityId, scope: row.scope })),
  );
}

/** One version of an answer, or null; the caller has asked the policy. */
export async function revisionOf(
  user: CurrentUser,
  organisationId: string,
  address: AnswerAddress,
  version: number,
): Promise<Revision | null> {
  const row = await withTenant(user, {}, (tx) =>
    tx.answerRevision.findFirst({
      where: { organisationId, ...address, version, kind: { not: "refused" } },
      select: shown,
    }),
  );
  return row && revisionFrom(row);
}

function revisionFrom({ version, kind, value, at, byId }: Row): Revision {
  const kept = value as AnswerContent & RevisionCause & { toConfirm?: boolean };
  const { criteria, notApplicable, note, confidence, toConfirm, ...because } = kept;
  return {
    version,
    kind: kind as RevisionKind,
    content: { criteria, notApplicable, note, confidence },
    because,
    toConfirm: kind === "carried_forward" || toConfirm === true,
    at,
    byId,
  };
}
