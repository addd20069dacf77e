import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { differsHere, mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import { type AnswerAddress, answerIn, currentAnswer, whereAnswer } from "./answers";
import { groundToAnswer } from "./answer-access";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { tellChange } from "./change-channel";
import { getFramework } from "./frameworks";
import { holdOpen } from "./open-round";
import type { SaveOutcome } from "./save-answer";
import { withTenant } from "./tenant";

/**
 * Takes back a care setting's own answer ("differs here"), so that the organisation's serves again. What it said
 * stays in its history.
 */
export async function withdrawAnswer(
  user: CurrentUser,
  address: AnswerAddress,
  version: number,
): Promise<SaveOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  const ground = facts && (await groundToAnswer(user, facts, address));
  if (!facts || !ground || ground.enteredFor !== null) return { kind: "not_found" };
  const { organisationId } = facts;
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  const { scope } = address;
  if (!capability || !mayAnswerIn(capability, facts.careSettings, scope) || !differsHere(capability, scope)) {
    return { kind: "not_found" };
  }
  const outcome = await withTenant(user, { write: organisationId }, async (tx): Promise<SaveOutcome> => {
    // Held: a sign-off waits for this, or this finds the round closed.
    const open = await holdOpen(tx, organisationId, address.assessmentId);
    const before = await answerIn(tx, organisationId, address);
    if (!open || before?.version !== version || before.withdrawn) {
      const current = await currentAnswer(tx, user, organisationId, address);
      return { kind: open ? "stale" : "locked", current };
    }
    const saved = { version: version + 1, savedAt: new Date(), savedById: user.personId };
    await tx.answer.update({
      where: whereAnswer(organisationId, address),
      data: { ...saved, withdrawn: true },
      select: { version: true },
    });
    const { criteria, notApplicable, note, confidence } = before;
    await tx.answerRevision.create({
      data: {
        organisationId,
        ...address,
        kind: "withdrawn",
        version: saved.version,
        value: { criteria: { ...criteria }, notApplicable, note, confidence },
        at: saved.savedAt,
        byId: user.personId,
      },
      select: { id: true },
    });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "answer.withdrawn",
      subject: `answer:${address.assessmentId}/${address.capabilityId}/${scope}`,
      detail: { version: saved.version },
    });
    const reply = {
      version: saved.version,
      level: { low: 1, high: 5 },
      savedAt: saved.savedAt.toISOString(),
    };
    return { kind: "saved", reply };
  });
  if (outcome.kind === "saved") tellChange({ organisationId, ...address });
  return outcome;
}
