import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { isDraft, isOpen, type PlannedAction, type Serves } from "@/lib/plan/action";
import { groundToAnswer } from "./answer-access";
import { type AnswerAddress, getAnswer } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { planOf } from "./plan";
import { planGround } from "./plan-ground";
import { type ActionOutcome, writeVersion } from "./planned-actions";
import { saveAnswer } from "./save-answer";
import { ordinary } from "./write-answer";

export type Finishing = {
  /** The day it was done, written 2027-03-31. */
  finishedOn: string;
  /** What its owner says is true now; nothing else becomes an answer. */
  confirmed: readonly Serves[];
};

/** `cannot_confirm`: what was ticked could not become answers, so the action is not finished either. */
export type FinishOutcome =
  | ActionOutcome
  | { kind: "cannot_confirm"; why: "no_round" | "closed" | "not_theirs" | "does_not_apply" | "busy" }
  | { kind: "cannot_confirm"; why: "refused"; message: string };

/**
 * Finishes an action, by who plans or by its owner. What they confirm is saved as answers through the one function
 * that saves them, in their name; then the action is finished. Of an action that is finished already, more can be
 * confirmed later. Answers come first: were it cut off between, the action is still open and can be finished again.
 */
export async function finishAction(
  user: CurrentUser,
  organisationId: string,
  place: { id: string; version: number },
  { finishedOn, confirmed }: Finishing,
): Promise<FinishOutcome> {
  const action = (await planOf(user, organisationId))?.actions.find(({ id }) => id === place.id);
  if (!action || !mayFinish(user, organisationId, action)) return { kind: "not_found" };
  if (action.status === "ended" || isDraft(action)) return { kind: "closed" };
  const finish = () =>
    writeVersion(user, organisationId, place, "finished", (now) =>
      isOpen(now) ? { ...now, status: "finished", finishedOn } : null,
    );
  // Somebody else changed it: what was ticked may no longer be what it serves.
  if (action.version !== place.version) return finish();
  const ticked = confirmed.map((one) => ({ ...one, criteria: servedAmong(action, one) }));
  const refused = await confirm(
    user,
    organisationId,
    action,
    ticked.filter(({ criteria }) => criteria.length > 0),
  );
  if (refused) return refused;
  return isOpen(action) ? finish() : { kind: "kept", id: action.id, version: action.version };
}

/** Whether the person plans here, or owns this very action. */
function mayFinish(user: CurrentUser, organisationId: string, { ownerId }: PlannedAction): boolean {
  if (may(user, "plan", organisationId)) return true;
  return ownerId === user.personId && may(user, "finish own actions", organisationId);
}

function servedAmong({ serves }: PlannedAction, { capabilityId, scope, criteria }: Serves): string[] {
  const own = serves.find((one) => one.capabilityId === capabilityId && one.scope === scope);
  return criteria.filter((id) => own?.criteria.includes(id));
}

type Refused = Extract<FinishOutcome, { kind: "cannot_confirm" }>;

async function confirm(
  user: CurrentUser,
  organisationId: string,
  { id }: PlannedAction,
  ticked: readonly Serves[],
): Promise<Refused | null> {
  if (ticked.length === 0) return null;
  const ground = await planGround(user, organisationId);
  const facts = ground && (await assessmentFacts(user, ground.assessmentId));
  if (!ground || !facts) return { kind: "cannot_confirm", why: "no_round" };
  if (ground.state !== "in_progress") return { kind: "cannot_confirm", why: "closed" };
  const { assessmentId } = ground;
  const places = ticked.map(({ criteria, capabilityId, scope }) => ({
    criteria,
    address: { assessmentId, capabilityId, scope },
  }));
  // Whether all can be confirmed comes first, so that a half is not saved where it is known beforehand.
  for (const { address } of places) {
    if (!(await groundToAnswer(user, facts, address))) return { kind: "cannot_confirm", why: "not_theirs" };
  }
  for (const { address, criteria } of places) {
    const refused = await confirmOne(user, address, criteria, id);
    if (refused) return refused;
  }
  return null;
}

/** A colleague may be answering the same question: what they save is kept, and what was confirmed goes on top of it. */
const TRIES = 3;

async function confirmOne(
  user: CurrentUser,
  address: AnswerAddress,
  confirmed: readonly string[],
  actionId: string,
): Promise<Refused | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await getAnswer(user, address);
    if (answer === "not_found") return { kind: "cannot_confirm", why: "not_theirs" };
    if (answer.notApplicable !== null) return { kind: "cannot_confirm", why: "does_not_apply" };
    if (confirmed.every((id) => answer.criteria[id] === "met")) return null;
    const criteria = { ...answer.criteria, ...Object.fromEntries(confirmed.map((id) => [id, "met"])) };
    const { version, note, confidence } = answer;
    const body = { version, criteria, note, confidence };
    const outcome = await saveAnswer(user, address, randomUUID(), body, {
      ...ordinary,
      because: { action: actionId },
    });
    if (outcome.kind === "saved") return null;
    if (outcome.kind === "not_found") return { kind: "cannot_confirm", why: "not_theirs" };
    if (outcome.kind === "locked") return { kind: "cannot_confirm", why: "closed" };
    if (outcome.kind === "invalid")
      return { kind: "cannot_confirm", why: "refused", message: outcome.problems[0]?.message ?? "" };
  }
  return { kind: "cannot_confirm", why: "busy" };
}
