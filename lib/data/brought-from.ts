import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { renamedBetween } from "@/lib/assessment/carry-forward";
import type { CopiedPlace } from "@/lib/assessment/copied-place";
import type { RevisionCause } from "@/lib/assessment/revision";
import { mayReadAnswer } from "./answer-access";
import type { AnswerAddress } from "./answers";
import { assessmentFacts, type AssessmentFacts } from "./assessment-facts";
import { copiedPlacesOf } from "./copied-place";
import { getFramework } from "./frameworks";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** Where an answer was given that nobody has confirmed here: in an earlier round, or in another place of this one. */
export type BroughtFrom =
  { kind: "carried"; round: string; by: string; at: Date } | ({ kind: "copied" } & CopiedPlace);

/**
 * Where an answer comes from that a new round or somebody's copying brought here. Of an earlier round, who last
 * answered there; whoever signed that round off brought it along, and gave none. Null where somebody has answered here
 * since (who undoes that brings it back), where it came another way, or where it is not the user's to read.
 */
export async function broughtFrom(user: CurrentUser, address: AnswerAddress): Promise<BroughtFrom | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  return facts && (await mayReadAnswer(user, facts, address)) ? whereFrom(user, facts, address) : null;
}

/** The same for a caller that has asked the policy. */
export async function whereFrom(
  user: CurrentUser,
  facts: Pick<AssessmentFacts, "organisationId" | "frameworkId" | "frameworkVersion">,
  address: AnswerAddress,
): Promise<BroughtFrom | null> {
  const { organisationId, frameworkId } = facts;
  const { assessmentId, capabilityId, scope } = address;
  const found = await withTenant(user, {}, async (tx) => {
    const revision = (version?: number) =>
      tx.answerRevision.findFirst({
        where: { organisationId, assessmentId, capabilityId, scope, version, kind: { not: "refused" } },
        orderBy: { version: "desc" },
        select: { version: true, kind: true, value: true, assessment: { select: { round: true } } },
      });
    let last = await revision();
    // What was put back comes from where it came from when it first stood here.
    while (last?.kind === "undone") {
      const { restored } = last.value as RevisionCause;
      // Always an earlier one; a file that was brought in may say anything.
      last = restored && restored < last.version ? await revision(restored) : null;
    }
    if (last?.kind === "copied") return { copied: last.value as RevisionCause };
    if (last?.kind !== "carried_forward") return null;
    const before = await tx.assessment.findFirst({
      where: {
        organisationId,
        frameworkId,
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
  if (found.copied) {
    const [place] = await copiedPlacesOf([found.copied]);
    return place ? { kind: "copied", ...place } : null;
  }
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
    kind: "carried",
    round: found.before.round,
    by: names.get(given.savedById) ?? "a former colleague",
    at: given.savedAt,
  };
}
