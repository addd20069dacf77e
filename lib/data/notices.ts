import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { ChallengeState } from "@/lib/assessment/review";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { mayReadAnswer } from "./answer-access";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { findFramework } from "./frameworks";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** Something that was said about an answer for a person's own notice. */
export type Notice = AnswerAddress & {
  id: string;
  /** The question it is about: "6.3 Continuity and disaster recovery (Whole trust)". */
  question: string;
  byName: string;
  at: Date;
};

const MOST = 50;

/**
 * What was said for the person's own notice in an organisation, or in one of its rounds, and nobody has marked as
 * resolved, newest first, without what they may not read any longer, or not yet. The last 50 are looked at.
 */
export async function mentionsOf(
  user: CurrentUser,
  organisationId: string,
  assessmentId?: string,
): Promise<Notice[]> {
  if (!may(user, "comment", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.comment.findMany({
      where: { organisationId, assessmentId, resolvedAt: null, mentions: { has: user.personId } },
      select: { id: true, assessmentId: true, capabilityId: true, scope: true, byId: true, at: true },
      orderBy: { at: "desc" },
      take: MOST,
    }),
  );
  return asNotices(user, rows);
}

/** What the trust did about a challenge. */
export type ChallengeReply = Notice & { state: Exclude<ChallengeState, "open" | "withdrawn"> };

/**
 * The challenges a person raised in an organisation that the trust answered, upheld its answer to or followed, the
 * latest first, until the round is signed off. The last 50 are looked at.
 */
export async function challengeRepliesOf(
  user: CurrentUser,
  organisationId: string,
): Promise<ChallengeReply[]> {
  if (!may(user, "challenge an answer", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.challenge.findMany({
      where: {
        organisationId,
        raisedById: user.personId,
        state: { in: ["answered", "upheld", "accepted"] },
        assessment: { state: { not: "signed_off" } },
      },
      select: {
        ...{ id: true, assessmentId: true, capabilityId: true, scope: true, state: true },
        ...{ repliedAt: true, repliedById: true, closedAt: true, closedById: true },
      },
      orderBy: { raisedAt: "desc" },
      take: MOST,
    }),
  );
  const replies = rows.flatMap(({ state, repliedAt, repliedById, closedAt, closedById, ...row }) => {
    const [at, byId] = [closedAt ?? repliedAt, closedById ?? repliedById];
    return at && byId ? [{ ...row, at, byId, state: state as ChallengeReply["state"] }] : [];
  });
  const notices = await asNotices(user, replies);
  return notices.sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** With the question and who said it by name, as far as the person may read the answer. */
async function asNotices<Row extends AnswerAddress & { byId: string }>(
  user: CurrentUser,
  rows: readonly Row[],
): Promise<(Omit<Row, "byId"> & { question: string; byName: string })[]> {
  if (rows.length === 0) return [];
  const names = await namesOf(rows.map(({ byId }) => byId));
  const notices = [];
  for (const { byId, ...row } of rows) {
    const facts = await assessmentFacts(user, row.assessmentId);
    const framework = facts && (await findFramework(facts.frameworkId, facts.frameworkVersion));
    const capability = framework && findCapability(framework, row.capabilityId);
    if (!facts || !capability || !(await mayReadAnswer(user, facts, row))) continue;
    const question = `${capability.number} ${capability.name} (${scopeName(framework, row.scope)})`;
    notices.push({ ...row, question, byName: names.get(byId) ?? "A former colleague" });
  }
  return notices;
}
