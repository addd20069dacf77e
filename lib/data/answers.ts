import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { AnswerContent, CurrentAnswer, StoredAnswer } from "@/lib/assessment/stored-answer";
import { questionKey } from "@/lib/assessment/assignment";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import { noteLook } from "./access-log";
import { mayReadAnswer } from "./answer-access";
import { assessmentFacts } from "./assessment-facts";
import { isoDate } from "@/lib/report/dates";
import { expiredEvidenceIn } from "./expired-evidence";
import { getFramework } from "./frameworks";
import { type TenantTransaction, withTenant } from "./tenant";

/** Which answer is meant. `scope` is "organisation" or a care setting. */
export type AnswerAddress = { assessmentId: string; capabilityId: string; scope: string };

const stored = {
  capabilityId: true,
  scope: true,
  version: true,
  criteria: true,
  notApplicable: true,
  note: true,
  confidence: true,
  carriedForward: true,
  withdrawn: true,
  savedAt: true,
  savedById: true,
  enteredForId: true,
} as const;

/** Every answer of an assessment; null where it is missing or not the user's to read. */
export async function answersOf(user: CurrentUser, assessmentId: string): Promise<StoredAnswer[] | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  return withTenant(user, {}, (tx) => answersIn(tx, facts.organisationId, assessmentId));
}

/**
 * Every answer of an assessment, or those to one capability, inside a transaction that is already open. One whose
 * evidence expired after it was last saved has to be confirmed again; saving it anew confirms it.
 */
export async function answersIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  capabilityId?: string,
): Promise<StoredAnswer[]> {
  const where = { organisationId, assessmentId, ...(capabilityId === undefined ? {} : { capabilityId }) };
  const rows = (await tx.answer.findMany({ where, select: stored })) as StoredAnswer[];
  const expired = await expiredEvidenceIn(tx, organisationId, assessmentId);
  if (expired.length === 0) return rows;
  const since = new Map(expired.map((each) => [questionKey(each), each.reviewOn]));
  return rows.map((row) => {
    const reviewOn = since.get(questionKey(row));
    const doubted = reviewOn && !row.withdrawn && isoDate(row.savedAt) <= reviewOn.toISOString().slice(0, 10);
    return doubted ? { ...row, carriedForward: true, evidenceExpired: true } : row;
  });
}

/** One answer as a page or a client reads it; version 0 and no criteria before the first save. */
export type AnswerView = AnswerContent & {
  version: number;
  carriedForward: boolean;
  withdrawn: boolean;
  savedAt: string | null;
  savedBy: string | null;
};

const unanswered: AnswerView = {
  criteria: {},
  notApplicable: null,
  note: "",
  confidence: null,
  version: 0,
  carriedForward: false,
  withdrawn: false,
  savedAt: null,
  savedBy: null,
};

/** One answer with its version; `not_found` where there can be none or the user may not read it. */
export async function getAnswer(
  user: CurrentUser,
  address: AnswerAddress,
): Promise<AnswerView | "not_found"> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !(await mayReadAnswer(user, facts, address))) return "not_found";
  await noteLook(user, facts.organisationId);
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, address.scope)) return "not_found";
  const found = await withTenant(user, {}, async (tx) => {
    const answer = await answerIn(tx, facts.organisationId, address);
    return answer && { answer, name: await nameIn(tx, answer.savedById) };
  });
  if (!found) return unanswered;
  const row = found.answer;
  const { criteria, notApplicable, note, confidence, version, carriedForward, withdrawn } = row;
  return {
    criteria,
    notApplicable,
    note,
    confidence,
    version,
    carriedForward,
    withdrawn,
    savedAt: row.savedAt.toISOString(),
    savedBy: found.name,
  };
}

/** One answer's row, inside a transaction that is already open. */
export async function answerIn(
  tx: TenantTransaction,
  organisationId: string,
  address: AnswerAddress,
): Promise<StoredAnswer | null> {
  const row = await tx.answer.findUnique({ where: whereAnswer(organisationId, address), select: stored });
  return row as StoredAnswer | null;
}

/** The answer as it stands with its author's name, inside a transaction that is already open. */
export async function currentAnswer(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  address: AnswerAddress,
): Promise<CurrentAnswer | null> {
  const row = await answerIn(tx, organisationId, address);
  if (!row) return null;
  const { criteria, notApplicable, note, confidence, version } = row;
  const value = { criteria, notApplicable, note, confidence };
  const by = await nameIn(tx, row.savedById);
  return { value, version, by, own: row.savedById === user.personId, at: row.savedAt.toISOString() };
}

async function nameIn(tx: TenantTransaction, personId: string): Promise<string> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true } });
  return person?.name ?? "A former colleague";
}

/** The key of one answer, as the database client takes it. */
export function whereAnswer(organisationId: string, { assessmentId, capabilityId, scope }: AnswerAddress) {
  return {
    organisationId_assessmentId_capabilityId_scope: { organisationId, assessmentId, capabilityId, scope },
  };
}
