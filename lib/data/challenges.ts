import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type Challenge, type ChallengeState, type EarlierReply, isOpen } from "@/lib/assessment/review";
import { mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import { findCapability } from "@/lib/framework/find";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Capability, CareSetting, Level } from "@/lib/framework/schema";
import { criteriaForLevel } from "@/lib/scoring/answers";
import { levelOf } from "@/lib/scoring/level";
import { mayReadAnswer } from "./answer-access";
import { type AnswerAddress, answerIn } from "./answers";
import { assessmentFacts, type AssessmentFacts, isId } from "./assessment-facts";
import { record } from "./audit";
import { getFramework } from "./frameworks";
import { isUniqueViolation, type TenantTransaction, withTenant } from "./tenant";
import { writeIfCurrent } from "./write-answer";

const shown = {
  id: true,
  capabilityId: true,
  scope: true,
  level: true,
  reason: true,
  state: true,
  reply: true,
  earlierReplies: true,
  raisedAt: true,
  raisedById: true,
  repliedAt: true,
  repliedById: true,
  closedAt: true,
  closedById: true,
} as const;

/** The challenges of a round, newest first, inside a transaction that is already open. */
export async function challengesIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  place?: { capabilityId: string; scope: string },
): Promise<Challenge[]> {
  const rows = await tx.challenge.findMany({
    where: { organisationId, assessmentId, ...place },
    select: shown,
    orderBy: { raisedAt: "desc" },
  });
  return rows.map(asChallenge);
}

type Row = Prisma.ChallengeGetPayload<{ select: typeof shown }>;

/** The database holds level and state to what they may be; replies were written by this file, or came with an archive. */
function asChallenge({ level, state, earlierReplies, ...row }: Row): Challenge {
  return {
    ...row,
    level: level as Level,
    state: state as ChallengeState,
    earlierReplies: earlierReplies as EarlierReply[],
  };
}

/** The challenges of one answer; null where the answer is not the user's to read. */
export async function challengesOf(user: CurrentUser, address: AnswerAddress): Promise<Challenge[] | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !(await mayReadAnswer(user, facts, address))) return null;
  const { assessmentId, capabilityId, scope } = address;
  return withTenant(user, {}, (tx) =>
    challengesIn(tx, facts.organisationId, assessmentId, { capabilityId, scope }),
  );
}

/** Every challenge of a round, newest first; null where its answers are not the user's to read. */
export async function challengesOfRound(
  user: CurrentUser,
  assessmentId: string,
): Promise<Challenge[] | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  return withTenant(user, {}, (tx) => challengesIn(tx, facts.organisationId, assessmentId));
}

export type RaiseOutcome =
  | { kind: "raised"; id: string }
  | { kind: "closed" | "already_open" | "same_level" | "not_answered" | "not_found" };

/** Challenges an answer with another level and a reason, while the round is not signed off. */
export async function raiseChallenge(
  user: CurrentUser,
  address: AnswerAddress,
  { level, reason }: { level: Level; reason: string },
): Promise<RaiseOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "challenge an answer", facts.organisationId, address.assessmentId)) {
    return { kind: "not_found" };
  }
  const found = await placeOf(facts, address);
  if (!found) return { kind: "not_found" };
  const { organisationId } = facts;
  // What is said of a level tells what it is.
  if (found.capability.sensitive && !may(user, "see sensitive items", organisationId, address.assessmentId)) {
    return { kind: "not_found" };
  }
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      if (!(await holdUnsigned(tx, organisationId, address.assessmentId))) return { kind: "closed" };
      const answer = await answerIn(tx, organisationId, address);
      if (!answer || answer.withdrawn || answer.notApplicable !== null) return { kind: "not_answered" };
      const { low, high } = levelOf(found.capability, found.settings, scoringAnswer(answer));
      if (low === high && low === level) return { kind: "same_level" };
      const id = randomUUID();
      await tx.challenge.create({
        data: {
          id,
          organisationId,
          ...address,
          level,
          reason,
          raisedAt: new Date(),
          raisedById: user.personId,
        },
        select: { id: true },
      });
      await noteEvent(tx, user, organisationId, "challenge.raised", id, { level });
      return { kind: "raised", id };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: "already_open" };
    throw error;
  }
}

export type ChallengeMove =
  | { do: "answer"; text: string }
  | { do: "uphold"; text: string }
  | { do: "withdraw" }
  | { do: "accept"; version: number };

export type ChallengeOutcome = { kind: "done" } | { kind: "closed" | "stale" | "text_missing" | "not_found" };

/**
 * Moves a challenge on: the trust's side answers it, upholds its answer or accepts, which changes the answer to the
 * reviewer's level as a version that says so; who raised it may withdraw it.
 */
export async function moveChallenge(
  user: CurrentUser,
  address: AnswerAddress,
  id: string,
  move: ChallengeMove,
): Promise<ChallengeOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !isId(id)) return { kind: "not_found" };
  const { organisationId } = facts;
  const found = await placeOf(facts, address);
  if (!found) return { kind: "not_found" };
  const permission = move.do === "withdraw" ? "challenge an answer" : "answer questions";
  if (!may(user, permission, organisationId, address.assessmentId)) return { kind: "not_found" };
  if ("text" in move && move.text.trim() === "") return { kind: "text_missing" };
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      // The round's row first, as everywhere, so that two of these never wait for each other.
      if (!(await holdUnsigned(tx, organisationId, address.assessmentId))) return { kind: "closed" };
      const row = await tx.challenge.findFirst({
        where: { organisationId, id, ...address },
        select: shown,
      });
      const challenge = row && asChallenge(row);
      if (!challenge || (move.do === "withdraw" && challenge.raisedById !== user.personId)) {
        return { kind: "not_found" };
      }
      if (!isOpen(challenge)) return { kind: "closed" };
      if (
        move.do === "accept" &&
        !(await follow(tx, user, { facts, address, found, challenge }, move.version))
      ) {
        throw new Stale();
      }
      await tx.challenge.updateMany({
        where: { organisationId, id },
        data: {
          ...changeOf(user, move, new Date()),
          ...("text" in move && { earlierReplies: await repliesOf(tx, challenge) }),
        },
      });
      await noteEvent(tx, user, organisationId, `challenge.${stateAfter[move.do]}`, id, {});
      return { kind: "done" };
    });
  } catch (error) {
    if (error instanceof Stale) return { kind: "stale" };
    throw error;
  }
}

class Stale extends Error {}

const stateAfter = {
  answer: "answered",
  uphold: "upheld",
  withdraw: "withdrawn",
  accept: "accepted",
} as const;

function changeOf(user: CurrentUser, move: ChallengeMove, at: Date) {
  return {
    state: stateAfter[move.do],
    ...("text" in move && { reply: move.text, repliedAt: at, repliedById: user.personId }),
    ...(move.do !== "answer" && { closedAt: at, closedById: user.personId }),
  };
}

/** All that was said to a challenge so far, which something is now added to: nothing of it is written over. */
async function repliesOf(
  tx: TenantTransaction,
  { reply, repliedAt, repliedById, earlierReplies }: Challenge,
): Promise<EarlierReply[]> {
  if (!repliedAt || !repliedById) return earlierReplies;
  const by = await tx.person.findUnique({ where: { id: repliedById }, select: { name: true } });
  const last = { text: reply, at: repliedAt.toISOString(), byName: by?.name ?? "A former colleague" };
  return [...earlierReplies, last];
}

type Followed = { facts: AssessmentFacts; address: AnswerAddress; found: Place; challenge: Challenge };

/** Changes the answer to the reviewer's level; false where somebody changed it since it was read. */
async function follow(
  tx: TenantTransaction,
  user: CurrentUser,
  { facts, address, found, challenge: { id, level } }: Followed,
  version: number,
): Promise<boolean> {
  const { organisationId } = facts;
  const answer = await answerIn(tx, organisationId, address);
  const assessment = await tx.assessment.findFirst({
    where: { organisationId, id: address.assessmentId },
    select: { state: true },
  });
  if (!answer || !assessment) return false;
  const { note, confidence } = answer;
  const criteria = criteriaForLevel(found.capability, level, found.settings);
  const written = await writeIfCurrent((sql) => tx.$queryRaw(sql), user, facts, {
    address,
    key: randomUUID(),
    bodyHash: createHash("sha256").update(`challenge ${id}`).digest("hex"),
    version,
    content: { criteria, notApplicable: null, note, confidence },
    level: { low: level, high: level },
    manner: {
      kind: "challenge",
      toConfirm: false,
      // In review an answer changes by answering a challenge alone (design: product).
      inState: assessment.state === "in_review" ? "in_review" : "in_progress",
      because: { challenge: id },
    },
    ground: { assignee: null, enteredFor: null },
  });
  return written.reply !== null;
}

type Place = { capability: Capability; settings: CareSetting[] };

/** The capability that is meant, read before a transaction begins because it must not wait for it. */
async function placeOf(
  facts: AssessmentFacts,
  { capabilityId, scope }: AnswerAddress,
): Promise<Place | null> {
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, scope)) return null;
  return { capability, settings: settingsServed(capability, facts.careSettings, scope) };
}

/** Takes the round's row, so that a sign-off waits for this; false where it is signed off already. */
async function holdUnsigned(tx: TenantTransaction, organisationId: string, id: string): Promise<boolean> {
  for (const state of ["in_progress", "in_review"]) {
    const held = await tx.assessment.updateMany({ where: { organisationId, id, state }, data: { state } });
    if (held.count > 0) return true;
  }
  return false;
}

function noteEvent(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  action: EventKind,
  id: string,
  detail: Record<string, number>,
): Promise<void> {
  return record(tx, {
    organisationId,
    actorId: user.personId,
    action,
    subject: `challenge:${id}`,
    detail,
  });
}
