import "server-only";
import { randomUUID } from "node:crypto";
import { may, permissionTable } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { linkTo } from "@/lib/env";
import { findCapability } from "@/lib/framework/find";
import { addOnce } from "./add-once";
import { mayReadAnswer } from "./answer-access";
import type { AnswerAddress } from "./answers";
import { assessmentFacts, isId } from "./assessment-facts";
import { assigneeIn } from "./assignments";
import { record } from "./audit";
import { getFramework } from "./frameworks";
import { heldAt } from "./memberships";
import { queueMail } from "./outbox";
import { type TenantTransaction, withTenant } from "./tenant";
import { owingIn } from "./voices";

/** What somebody said about an answer. */
export type Comment = {
  id: string;
  capabilityId: string;
  scope: string;
  text: string;
  at: Date;
  byId: string;
  /** Whom it should reach, by person id. */
  mentions: string[];
  resolvedAt: Date | null;
  resolvedById: string | null;
};

const shown = {
  id: true,
  capabilityId: true,
  scope: true,
  text: true,
  at: true,
  byId: true,
  mentions: true,
  resolvedAt: true,
  resolvedById: true,
} as const;

/** Somebody who may see an answer and so can be mentioned about it. */
export type Mentionable = { personId: string; name: string; email: string | null };

/** What was said about one answer, oldest first, and who can be mentioned; null where it is not the user's to read. */
export async function commentsOf(
  user: CurrentUser,
  address: AnswerAddress,
): Promise<{ comments: Comment[]; mentionable: Mentionable[] } | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "comment", facts.organisationId, address.assessmentId)) return null;
  if (!(await mayReadAnswer(user, facts, address))) return null;
  return withTenant(user, {}, async (tx) => ({
    comments: await tx.comment.findMany({
      where: { organisationId: facts.organisationId, ...address },
      select: shown,
      orderBy: { at: "asc" },
    }),
    mentionable: await mentionableIn(tx, facts.organisationId, address),
  }));
}

/** What is not resolved in a round, newest first; null where its answers are not the user's to read. */
export async function openComments(user: CurrentUser, assessmentId: string): Promise<Comment[] | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  if (!may(user, "comment", facts.organisationId, assessmentId)) return [];
  return withTenant(user, {}, (tx) =>
    tx.comment.findMany({
      where: { organisationId: facts.organisationId, assessmentId, resolvedAt: null },
      select: shown,
      orderBy: { at: "desc" },
    }),
  );
}

export type CommentOutcome = { kind: "said"; id: string } | { kind: "cannot_see" | "not_found" };

/**
 * Says something about an answer, for the notice of colleagues who may see it; they get an e-mail. `key` names the form
 * it was typed in: the same words sent from it once more, by a second click, say nothing new.
 */
export async function addComment(
  user: CurrentUser,
  address: AnswerAddress,
  { text, mentions, key = randomUUID() }: { text: string; mentions: readonly string[]; key?: string },
): Promise<CommentOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "comment", facts.organisationId, address.assessmentId))
    return { kind: "not_found" };
  if (!(await mayReadAnswer(user, facts, address))) return { kind: "not_found" };
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, address.scope))
    return { kind: "not_found" };
  const { organisationId } = facts;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const able = new Map(
      (await mentionableIn(tx, organisationId, address)).map((one) => [one.personId, one]),
    );
    const wanted = [...new Set(mentions)];
    if (wanted.some((id) => !able.has(id))) return { kind: "cannot_see" };
    const said = { organisationId, ...address, text, mentions: wanted, byId: user.personId };
    const { id, added } = await addOnce({
      key,
      add: (id) => tx.comment.createMany({ data: [{ ...said, id, at: new Date() }], skipDuplicates: true }),
      same: (id) => tx.comment.count({ where: { ...said, id, mentions: { equals: wanted } } }),
    });
    if (!added) return { kind: "said", id };
    for (const personId of wanted) {
      const to = able.get(personId)?.email;
      if (to) await queueMail(tx, { to, ...mailAbout(user, address, capability.number) });
    }
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "comment.made",
      subject: `comment:${id}`,
      detail: { mentions: wanted.length },
    });
    return { kind: "said", id };
  });
}

/** What was said stays in the service: the mail only says where to look. */
function mailAbout(user: CurrentUser, { assessmentId, capabilityId, scope }: AnswerAddress, number: string) {
  const address = linkTo(`/assessments/${assessmentId}/answers/${capabilityId}/${scope}/discussion#comments`);
  return {
    subject: `${user.name} mentioned you about question ${number}`,
    text: `${user.name} mentioned you in a comment on question ${number}.\n\nRead it here:\n${address}\n`,
  };
}

/** Marks a comment as dealt with; false where it is not there or not the user's to see. */
export async function resolveComment(
  user: CurrentUser,
  address: AnswerAddress,
  id: string,
): Promise<boolean> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !isId(id) || !may(user, "comment", facts.organisationId, address.assessmentId)) return false;
  if (!(await mayReadAnswer(user, facts, address))) return false;
  const { organisationId } = facts;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const resolved = await tx.comment.updateMany({
      where: { organisationId, id, ...address, resolvedAt: null },
      data: { resolvedAt: new Date(), resolvedById: user.personId },
    });
    if (resolved.count === 0) return false;
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "comment.resolved",
      subject: `comment:${id}`,
    });
    return true;
  });
}

/** Members of today who may read every answer and comment, and whoever the question is assigned to and sees it. */
async function mentionableIn(
  tx: TenantTransaction,
  organisationId: string,
  address: AnswerAddress,
): Promise<Mentionable[]> {
  const readers = permissionTable["read answers"].filter((role) => permissionTable.comment.includes(role));
  const assignee = await assigneeIn(tx, organisationId, address);
  const blind = assignee !== null && (await owingIn(tx, organisationId, address)).includes(assignee);
  const held = await tx.membership.findMany({
    where: {
      organisationId,
      AND: [
        heldAt(new Date()),
        { OR: [{ role: { in: [...readers] } }, ...(assignee && !blind ? [{ personId: assignee }] : [])] },
      ],
    },
    select: { person: { select: { id: true, name: true, email: true } } },
  });
  const people = new Map(held.map(({ person: { id, ...rest } }) => [id, { personId: id, ...rest }]));
  const inEnglish = new Intl.Collator("en-GB");
  return [...people.values()].sort((one, other) => inEnglish.compare(one.name, other.name));
}
