import "server-only";
import { randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { issuesOf } from "@/lib/assessment/issues";
import { nextRound } from "@/lib/assessment/round";
import { answersIn } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { type Committee, freeze } from "./freeze";
import { type MoveOutcome, moveRound } from "./move-round";
import { reopeningsIn } from "./reopenings";
import { reviewFactsIn } from "./review-facts";
import { refreshCarried } from "./refresh-carried";
import { frameworkVersions, openRound } from "./rounds";
import { allFrameworks, publishIn } from "./shared-results";
import { senderMaySignIn } from "./sign-off-rule";

/** Sends a round for review at a moment, once nothing blocks it. */
export async function sendForReview(user: CurrentUser, id: string, at = new Date()): Promise<MoveOutcome> {
  return moveRound(user, id, "send for review", "send_for_review", async (tx, assessment, framework) => {
    const rows = await answersIn(tx, assessment.organisationId, assessment.id);
    const known = await reviewFactsIn(tx, assessment.organisationId, id);
    const blocking = issuesOf(framework, assessment, rows, known).filter((issue) => issue.blocking).length;
    if (blocking > 0) return { kind: "blocked", blocking };
    await tx.assessment.updateMany({
      where: { organisationId: assessment.organisationId, id },
      data: { sentAt: at, sentById: user.personId },
    });
    return { kind: "moved" };
  });
}

/**
 * Gives a round in review back to the people who answer it, for a reason that is kept: those see it who may read the
 * answers.
 */
export async function returnToTeam(
  user: CurrentUser,
  id: string,
  reason: string,
  at = new Date(),
): Promise<MoveOutcome> {
  if (reason.trim() === "") return { kind: "reason_missing" };
  return moveRound(user, id, "return to the team", "return", async (tx, { organisationId }) => {
    const returned = { reason, returnedAt: at, returnedById: user.personId };
    await tx.roundReturn.create({
      data: { id: randomUUID(), organisationId, assessmentId: id, ...returned },
      select: { id: true },
    });
    return { kind: "moved" };
  });
}

/**
 * Signs a round off, in person or for a committee: freezes answers and results in a snapshot and opens the next round
 * from it. Who sent a round for review may not sign it unless the organisation allows that, and then the record says
 * so (design: product, digital lead). A round signed anew finds the next one open already: what was answered there
 * stays, what was only carried forward is carried forward again.
 */
export async function signOff(
  user: CurrentUser,
  id: string,
  at = new Date(),
  committee: Committee | null = null,
): Promise<MoveOutcome> {
  const facts = await assessmentFacts(user, id);
  if (!facts) return { kind: "not_found" };
  const [versions, frameworks] = [await frameworkVersions(facts.frameworkId), await allFrameworks()];
  return moveRound(user, id, "sign off", "sign_off", async (tx, assessment, framework) => {
    const { organisationId, careSettings } = assessment;
    const samePerson = assessment.sentById === user.personId;
    if (samePerson && !(await senderMaySignIn(tx, organisationId))) return { kind: "own_work" };
    const rows = await answersIn(tx, organisationId, id);
    const known = await reviewFactsIn(tx, assessment.organisationId, id);
    const blocking = issuesOf(framework, assessment, rows, known).filter((issue) => issue.blocking).length;
    if (blocking > 0) return { kind: "blocked", blocking };
    await tx.assessment.updateMany({ where: { organisationId, id }, data: { signedOffAt: at } });
    await freeze(tx, user, assessment, framework, rows, { kind: "sign_off", committee, samePerson }, at);
    await publishIn(tx, organisationId, frameworks);
    const round = nextRound(assessment.round);
    const opened = await openRound(tx, user, organisationId, { round, careSettings }, versions);
    if (!opened) await refreshCarried(tx, user, { organisationId, round, from: framework, rows }, versions);
    return { kind: "moved" };
  });
}

/**
 * Opens a signed-off round again, for a reason. Its last snapshot stays what others see until it is signed anew. Only
 * the latest signed-off round can be opened: later ones were answered from it.
 */
export async function reopen(
  user: CurrentUser,
  id: string,
  reason: string,
  at = new Date(),
): Promise<MoveOutcome> {
  if (reason.trim() === "") return { kind: "reason_missing" };
  const frameworks = await allFrameworks();
  return moveRound(user, id, "reopen a round", "reopen", async (tx, { organisationId, round }) => {
    const later = await tx.assessment.findFirst({
      where: { organisationId, round: { gt: round }, signedOffAt: { not: null } },
      select: { round: true },
    });
    if (later) return { kind: "later_signed", round: later.round };
    const earlierReopenings = (await reopeningsIn(tx, organisationId, id)).toReversed();
    await tx.assessment.updateMany({
      where: { organisationId, id },
      data: { reopenedAt: at, reopenedById: user.personId, reopenReason: reason, earlierReopenings },
    });
    // What its system sees stays, marked as being revised.
    await publishIn(tx, organisationId, frameworks);
    return { kind: "moved" };
  });
}
