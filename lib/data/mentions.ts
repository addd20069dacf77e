import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { mayReadAnswer } from "./answer-access";
import { assessmentFacts } from "./assessment-facts";
import { findFramework } from "./frameworks";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** A comment that somebody made for a person's notice and that nobody has marked as resolved. */
export type Mention = {
  id: string;
  assessmentId: string;
  capabilityId: string;
  scope: string;
  /** The question it is about: "6.3 Continuity and disaster recovery (Whole trust)". */
  question: string;
  byName: string;
  at: Date;
};

const MOST = 50;

/**
 * What was said for the person's own notice in an organisation, or in one of its rounds, newest first, without what they
 * may not read any longer, or not yet. The last 50 are looked at.
 */
export async function mentionsOf(
  user: CurrentUser,
  organisationId: string,
  assessmentId?: string,
): Promise<Mention[]> {
  if (!may(user, "comment", organisationId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.comment.findMany({
      where: { organisationId, assessmentId, resolvedAt: null, mentions: { has: user.personId } },
      select: { id: true, assessmentId: true, capabilityId: true, scope: true, byId: true, at: true },
      orderBy: { at: "desc" },
      take: MOST,
    }),
  );
  if (rows.length === 0) return [];
  const names = await namesOf(rows.map(({ byId }) => byId));
  const mentions: Mention[] = [];
  for (const { byId, ...row } of rows) {
    const facts = await assessmentFacts(user, row.assessmentId);
    const framework = facts && (await findFramework(facts.frameworkId, facts.frameworkVersion));
    const capability = framework && findCapability(framework, row.capabilityId);
    if (!facts || !capability || !(await mayReadAnswer(user, facts, row))) continue;
    const question = `${capability.number} ${capability.name} (${scopeName(framework, row.scope)})`;
    mentions.push({ ...row, question, byName: names.get(byId) ?? "A former colleague" });
  }
  return mentions;
}
