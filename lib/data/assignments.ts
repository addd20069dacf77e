import "server-only";
import { randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type Assignment, type HandedBack, questionKey } from "@/lib/assessment/assignment";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import type { AnswerAddress } from "./answers";
import { assessmentFacts, type AssessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { colleaguesIn } from "./colleagues";
import { getFramework } from "./frameworks";
import { holdOpen } from "./open-round";
import { type TenantTransaction, withTenant } from "./tenant";

const shown = {
  id: true,
  capabilityId: true,
  scope: true,
  personId: true,
  due: true,
  note: true,
  assignedAt: true,
  assignedById: true,
} as const;

/** What is assigned now in an assessment, or of it to one capability, inside a transaction that is already open. */
export async function assignmentsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  capabilityId?: string,
): Promise<Assignment[]> {
  const where = { organisationId, assessmentId, ...(capabilityId === undefined ? {} : { capabilityId }) };
  return tx.assignment.findMany({ where: { ...where, state: "open" }, select: shown });
}

/** Whose a question is now; null where it is nobody's. */
export async function assigneeIn(
  tx: TenantTransaction,
  organisationId: string,
  { assessmentId, capabilityId, scope }: AnswerAddress,
): Promise<string | null> {
  const open = await tx.assignment.findFirst({
    where: { organisationId, assessmentId, capabilityId, scope, state: "open" },
    select: { personId: true },
  });
  return open?.personId ?? null;
}

/** The questions that came back and are nobody's since, latest first. */
export async function handedBackIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<HandedBack[]> {
  const rows = await tx.assignment.findMany({
    where: { organisationId, assessmentId, state: { in: ["handed_back", "open"] } },
    select: {
      capabilityId: true,
      scope: true,
      personId: true,
      due: true,
      state: true,
      reason: true,
      closedAt: true,
    },
    orderBy: { assignedAt: "desc" },
  });
  const seen = new Set<string>();
  return rows.flatMap(({ state, closedAt, ...row }) => {
    const first = !seen.has(questionKey(row));
    seen.add(questionKey(row));
    return first && state === "handed_back" && closedAt ? [{ ...row, at: closedAt }] : [];
  });
}

export type Question = { capabilityId: string; scope: string };

export type NewAssignment = {
  questions: readonly Question[];
  personId: string;
  due: Date | null;
  note: string;
};

export type AssignOutcome =
  | { kind: "assigned"; questions: number }
  /** They left, never belonged, or may not answer questions here. */
  | { kind: "cannot_answer" }
  | { kind: "closed" }
  | { kind: "not_found" };

/**
 * Asks a colleague to answer questions, all of them or none. A question that was somebody else's is theirs no longer;
 * one they have already gets the new date and note.
 */
export async function assign(
  user: CurrentUser,
  assessmentId: string,
  { questions, personId, due, note }: NewAssignment,
): Promise<AssignOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "assign and chase", facts.organisationId)) return { kind: "not_found" };
  if (!(await areQuestionsOf(facts, questions))) return { kind: "not_found" };
  const { organisationId } = facts;
  return withTenant(user, { write: organisationId }, async (tx) => {
    if (!(await holdOpen(tx, organisationId, assessmentId))) return { kind: "closed" };
    const [colleague] = await colleaguesIn(tx, organisationId, [personId]);
    if (!colleague) return { kind: "cannot_answer" };
    const place = { organisationId, assessmentId };
    const at = new Date();
    for (const question of questions) {
      const kept = await tx.assignment.updateMany({
        where: { ...place, ...question, state: "open", personId },
        data: { due, note },
      });
      if (kept.count > 0) {
        await noteEvent(tx, user, place, question, "assignment.changed", personId);
        continue;
      }
      await tx.assignment.updateMany({
        where: { ...place, ...question, state: "open" },
        data: { state: "ended", closedAt: at, closedById: user.personId },
      });
      const assigned = { assignedAt: at, assignedById: user.personId };
      await tx.assignment.createMany({
        data: [{ id: randomUUID(), ...place, ...question, personId, due, note, ...assigned }],
      });
      await noteEvent(tx, user, place, question, "assignment.made", personId);
    }
    return { kind: "assigned", questions: questions.length };
  });
}

export type CloseOutcome = "closed" | "round_closed" | "not_found";

/** Takes a question back from whoever has it; it is nobody's then. */
export async function takeBack(user: CurrentUser, address: AnswerAddress): Promise<CloseOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "assign and chase", facts.organisationId)) return "not_found";
  return close(user, facts, address, { state: "ended" });
}

/** Hands one's own question back, with the reason. */
export async function handBack(
  user: CurrentUser,
  address: AnswerAddress,
  reason: string,
): Promise<CloseOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "hand a question back", facts.organisationId)) return "not_found";
  return close(user, facts, address, { state: "handed_back", reason, personId: user.personId });
}

async function close(
  user: CurrentUser,
  { organisationId }: AssessmentFacts,
  { assessmentId, capabilityId, scope }: AnswerAddress,
  { state, reason = "", personId }: { state: "ended" | "handed_back"; reason?: string; personId?: string },
): Promise<CloseOutcome> {
  const place = { organisationId, assessmentId };
  const question = { capabilityId, scope };
  return withTenant(user, { write: organisationId }, async (tx) => {
    const mine = { ...place, ...question, state: "open", ...(personId && { personId }) };
    const open = await tx.assignment.findFirst({ where: mine, select: { personId: true } });
    if (!open) return "not_found";
    if (!(await holdOpen(tx, organisationId, assessmentId))) return "round_closed";
    const closed = await tx.assignment.updateMany({
      where: { ...mine, personId: open.personId },
      data: { state, reason, closedAt: new Date(), closedById: user.personId },
    });
    if (closed.count === 0) return "not_found";
    await noteEvent(tx, user, place, question, `assignment.${state}`, open.personId);
    return "closed";
  });
}

async function areQuestionsOf(
  { frameworkId, frameworkVersion, careSettings }: AssessmentFacts,
  questions: readonly Question[],
): Promise<boolean> {
  const framework = await getFramework(frameworkId, frameworkVersion);
  return questions.every(({ capabilityId, scope }) => {
    const capability = findCapability(framework, capabilityId);
    return capability !== undefined && mayAnswerIn(capability, careSettings, scope);
  });
}

async function noteEvent(
  tx: TenantTransaction,
  user: CurrentUser,
  { organisationId, assessmentId }: { organisationId: string; assessmentId: string },
  { capabilityId, scope }: Question,
  action: EventKind,
  person: string,
): Promise<void> {
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action,
    subject: `answer:${assessmentId}/${capabilityId}/${scope}`,
    detail: { person },
  });
}
