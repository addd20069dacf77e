import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { LinkedEvidence } from "@/lib/assessment/evidence";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import { mayReadAnswer } from "./answer-access";
import type { AnswerAddress } from "./answers";
import { assessmentFacts, type AssessmentFacts, isId } from "./assessment-facts";
import { record } from "./audit";
import { linkedEvidenceIn } from "./evidence";
import { getFramework } from "./frameworks";
import { withTenant } from "./tenant";

/** The evidence for and against one answer; null where the answer is not the user's to read. */
export async function evidenceFor(
  user: CurrentUser,
  address: AnswerAddress,
): Promise<LinkedEvidence[] | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !(await mayReadAnswer(user, facts, address))) return null;
  const all = await withTenant(user, {}, (tx) =>
    linkedEvidenceIn(tx, facts.organisationId, address.capabilityId),
  );
  return all.filter(({ scope }) => scope === address.scope);
}

/** Lets a piece of evidence of the register speak for an answer, or against it; false where it cannot. */
export async function linkEvidence(
  user: CurrentUser,
  address: AnswerAddress,
  evidenceId: string,
  counter: boolean,
): Promise<boolean> {
  const facts = await factsToAttach(user, address);
  if (!facts || !isId(evidenceId)) return false;
  const { organisationId } = facts;
  const { capabilityId, scope } = address;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const there = await tx.evidence.count({
      where: { organisationId, id: evidenceId, removedAt: null, toConfirm: false },
    });
    if (there === 0) return false;
    const place = { organisationId, evidenceId, capabilityId, scope };
    await tx.evidenceLink.deleteMany({ where: place });
    // A second click of the same button may have been first.
    await tx.evidenceLink.createMany({
      data: [{ ...place, counter, linkedAt: new Date(), linkedById: user.personId }],
      skipDuplicates: true,
    });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "evidence.linked",
      subject: `evidence:${evidenceId}`,
      detail: { capability: capabilityId, scope, counter },
    });
    return true;
  });
}

/** Ends it again; false where there is nothing to end or it is not the user's to end. */
export async function unlinkEvidence(
  user: CurrentUser,
  address: AnswerAddress,
  evidenceId: string,
): Promise<boolean> {
  const facts = await factsToAttach(user, address);
  if (!facts || !isId(evidenceId)) return false;
  const { organisationId } = facts;
  const { capabilityId, scope } = address;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const ended = await tx.evidenceLink.deleteMany({
      where: { organisationId, evidenceId, capabilityId, scope },
    });
    if (ended.count === 0) return false;
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "evidence.unlinked",
      subject: `evidence:${evidenceId}`,
      detail: { capability: capabilityId, scope },
    });
    return true;
  });
}

/** The round's facts where the person may attach evidence to this answer, and there is such an answer. */
async function factsToAttach(user: CurrentUser, address: AnswerAddress): Promise<AssessmentFacts | null> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "attach evidence", facts.organisationId)) return null;
  if (!(await mayReadAnswer(user, facts, address))) return null;
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  return capability && mayAnswerIn(capability, facts.careSettings, address.scope) ? facts : null;
}
