import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { renamedBetween } from "@/lib/assessment/carry-forward";
import { mayReadAnswer } from "./answer-access";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { getFramework } from "./frameworks";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** Where an answer was given that came along from an earlier round: the round, who last answered there, and when. */
export type CarriedFrom = { round: string; by: string; at: Date };

/**
 * Who gave an answer that a new round brought along; whoever signed the last round off brought it, and gave none. Null
 * where somebody has answered here since, where it came another way, or where it is not the user's to read.
 */
export async function carriedFrom(user: CurrentUser, address: AnswerAddress): Promise<CarriedFrom | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !(await mayReadAnswer(user, facts, address))) return null;
  const { organisationId, frameworkId } = facts;
  const { assessmentId, capabilityId, scope } = address;
  const found = await withTenant(user, {}, async (tx) => {
    const last = await tx.answerRevision.findFirst({
      where: { organisationId, assessmentId, capabilityId, scope, kind: { not: "refused" } },
      orderBy: { version: "desc" },
      select: { kind: true, assessment: { select: { round: true } } },
    });
    if (last?.kind !== "carried_forward") return null;
    const before = await tx.assessment.findFirst({
      where: {
        ...{ organisationId, frameworkId },
        round: { lt: last.assessment.round },
        signedOffAt: { not: null },
      },
      orderBy: { round: "desc" },
      select: { id: true, round: true, frameworkVersion: true },
    });
    if (!before) return null;
    const answers = await tx.answer.findMany({
      where: { organisationId, assessmentId: before.id, scope, withdrawn: false },
      select: { capabilityId: true, savedAt: true, savedById: true },
    });
    return { before, answers };
  });
  if (!found) return null;
  const [from, to] = await Promise.all(
    [found.before.frameworkVersion, facts.frameworkVersion].map((version) =>
      getFramework(frameworkId, version),
    ),
  );
  if (!from || !to) return null;
  const renamed = renamedBetween(from, to);
  const given = found.answers.find(
    (answer) => (renamed.get(answer.capabilityId) ?? answer.capabilityId) === capabilityId,
  );
  if (!given) return null;
  const names = await namesOf([given.savedById]);
  return {
    round: found.before.round,
    by: names.get(given.savedById) ?? "a former colleague",
    at: given.savedAt,
  };
}
