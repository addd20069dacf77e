import "server-only";
import { answersWhose } from "@/lib/access/answering";
import type { CurrentUser } from "@/lib/access/user";
import { readAnswerBody } from "@/lib/assessment/answer-body";
import { questionKey } from "@/lib/assessment/assignment";
import type { RevisionKind } from "@/lib/assessment/revision";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import type { AnswerContent } from "@/lib/assessment/stored-answer";
import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { Problem } from "@/lib/framework/problem";
import { answersIn } from "./answers";
import { assessmentFacts, type AssessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { tellChange } from "./change-channel";
import { getFramework } from "./frameworks";
import { holdOpen } from "./open-round";
import { ownQuestionsIn } from "./own-questions";
import { type TenantTransaction, withTenant } from "./tenant";

/** One answer of many: where, and a body as a single save takes it, version included. */
export type AnswerToSave = { capabilityId: string; scope: string; body: unknown };

/** Of many answers all are saved or none. Places are JSON Pointers into the list that was given. */
export type SaveAllOutcome =
  | { kind: "saved"; answers: number }
  | { kind: "invalid"; problems: Problem[] }
  /** Somebody saved these since they were read. */
  | { kind: "stale"; places: string[] }
  | { kind: "locked" }
  | { kind: "not_found" };

type ReadAnswer = AnswerContent & { place: string; capabilityId: string; scope: string; version: number };

/**
 * Saves many answers of one assessment in one transaction: each with its revision, together one audit event that
 * counts them. For what brings a whole set at once; people's own saves go one by one (`saveAnswer`). Whoever answers
 * their own questions alone saves nothing where one of them is not theirs any more. `beside` writes
 * what belongs to them in the same transaction, once the round is known to be open.
 */
export async function saveAnswers(
  user: CurrentUser,
  assessmentId: string,
  answers: readonly AnswerToSave[],
  manner: { kind: RevisionKind; toConfirm: boolean } = { kind: "saved", toConfirm: false },
  beside?: (tx: TenantTransaction) => Promise<void>,
): Promise<SaveAllOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  const whose = facts && answersWhose(user, facts.organisationId);
  if (!facts || (whose !== "anyone's" && whose !== "their own")) return { kind: "not_found" };
  const { organisationId } = facts;
  const read = readAll(await getFramework(facts.frameworkId, facts.frameworkVersion), facts, answers);
  if (!read.ok) return { kind: "invalid", problems: read.problems };
  const outcome = await withTenant(user, { write: organisationId }, async (tx): Promise<SaveAllOutcome> => {
    // Held: single saves and a sign-off wait until all of it stands.
    if (!(await holdOpen(tx, organisationId, assessmentId))) return { kind: "locked" };
    if (whose === "their own") {
      const own = await ownQuestionsIn(tx, user, organisationId, assessmentId);
      if (!read.answers.every((answer) => own.has(questionKey(answer)))) return { kind: "not_found" };
    }
    const standing = new Map(
      (await answersIn(tx, organisationId, assessmentId)).map((row) => [questionKey(row), row.version]),
    );
    const stale = read.answers.filter(
      (answer) => (standing.get(questionKey(answer)) ?? 0) !== answer.version,
    );
    if (stale.length > 0) return { kind: "stale", places: stale.map(({ place }) => place) };
    if (read.answers.length > 0) {
      await write(tx, user, { organisationId, assessmentId }, read.answers, manner);
    }
    await beside?.(tx);
    return { kind: "saved", answers: read.answers.length };
  });
  if (outcome.kind === "saved") {
    for (const { capabilityId, scope } of read.answers) {
      tellChange({ organisationId, assessmentId, capabilityId, scope });
    }
  }
  return outcome;
}

function readAll(
  framework: Framework,
  facts: AssessmentFacts,
  answers: readonly AnswerToSave[],
): { ok: true; answers: ReadAnswer[] } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const read = answers.flatMap(({ capabilityId, scope, body }, index): ReadAnswer[] => {
    const place = `/${index}`;
    const capability = findCapability(framework, capabilityId);
    if (!capability || !mayAnswerIn(capability, facts.careSettings, scope)) {
      problems.push({ path: place, message: "There is no such question in this assessment." });
      return [];
    }
    if (seen.has(questionKey({ capabilityId, scope }))) {
      problems.push({ path: place, message: "This question is answered twice." });
      return [];
    }
    seen.add(questionKey({ capabilityId, scope }));
    const found = readAnswerBody(body, capability, facts.careSettings, scope);
    if (!found.ok) {
      problems.push(...found.problems.map((problem) => ({ ...problem, path: place + problem.path })));
      return [];
    }
    return [{ place, capabilityId, scope, version: found.version, ...found.content }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers: read };
}

async function write(
  tx: TenantTransaction,
  { personId }: CurrentUser,
  address: { organisationId: string; assessmentId: string },
  answers: readonly ReadAnswer[],
  { kind, toConfirm }: { kind: RevisionKind; toConfirm: boolean },
): Promise<void> {
  const at = new Date();
  const values = answers.map(({ place: _place, version, criteria, ...answer }) => ({
    ...address,
    ...answer,
    criteria: { ...criteria },
    version: version + 1,
    carriedForward: toConfirm,
    withdrawn: false,
    savedAt: at,
    savedById: personId,
    enteredForId: null,
  }));
  await tx.answer.createMany({ data: values.filter(({ version }) => version === 1) });
  for (const { organisationId, assessmentId, capabilityId, scope, ...value } of values) {
    if (value.version === 1) continue;
    const place = { organisationId, assessmentId, capabilityId, scope };
    await tx.answer.updateMany({ where: place, data: value });
  }
  await tx.answerRevision.createMany({
    data: values.map(({ capabilityId, scope, version, criteria, notApplicable, note, confidence }) => ({
      ...address,
      capabilityId,
      scope,
      kind,
      version,
      at,
      byId: personId,
      value: { criteria, notApplicable, note, confidence, ...(toConfirm && { toConfirm }) },
    })),
  });
  await record(tx, {
    organisationId: address.organisationId,
    actorId: personId,
    action: "answers.saved",
    subject: `assessment:${address.assessmentId}`,
    detail: { answers: answers.length, kind },
  });
}
