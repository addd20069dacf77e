import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { readAnswerBody } from "@/lib/assessment/answer-body";
import { mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import type { Problem } from "@/lib/framework/problem";
import { levelOf } from "@/lib/scoring/level";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { getFramework } from "./frameworks";
import { holdOpen } from "./open-round";
import { withTenant } from "./tenant";
import { mayGiveView } from "./voices";

export type GiveOutcome =
  | { kind: "given"; version: number }
  | { kind: "invalid"; problems: Problem[] }
  /** The person gave another view since this page was read. */
  | { kind: "stale" }
  | { kind: "closed" | "not_found" };

/**
 * Keeps what the person thinks of a question they were asked about: the body of a save, its version counting their own
 * views. It is no answer and is never scored. Their later views become later versions; nothing is overwritten.
 */
export async function giveView(
  user: CurrentUser,
  { assessmentId, capabilityId, scope }: AnswerAddress,
  body: unknown,
): Promise<GiveOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !mayGiveView(user, facts.organisationId, assessmentId)) return { kind: "not_found" };
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, scope)) return { kind: "not_found" };
  const settings = settingsServed(capability, facts.careSettings, scope);
  const read = readAnswerBody(body, capability, facts.careSettings, scope);
  const { organisationId } = facts;
  const place = { organisationId, assessmentId, capabilityId, scope, personId: user.personId };
  return withTenant(user, { write: organisationId }, async (tx) => {
    const asked = await tx.voice.findFirst({
      where: { ...place, state: { not: "withdrawn" } },
      select: { version: true },
    });
    if (!asked) return { kind: "not_found" };
    if (!read.ok) return { kind: "invalid", problems: read.problems };
    if (!(await holdOpen(tx, organisationId, assessmentId))) return { kind: "closed" };
    const version = read.version + 1;
    const moved = await tx.voice.updateMany({
      where: { ...place, version: read.version, state: { not: "withdrawn" } },
      data: { state: "given", version },
    });
    if (moved.count === 0) return { kind: "stale" };
    const { criteria, notApplicable, note, confidence } = read.content;
    const { low, high } = levelOf(capability, settings, {
      criteria,
      notApplicable: notApplicable === null ? null : { reason: notApplicable },
    });
    const said = { criteria: { ...criteria }, notApplicable, note, confidence, low, high };
    await tx.voiceView.createMany({ data: [{ ...place, version, ...said, at: new Date() }] });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "voice.given",
      subject: `answer:${assessmentId}/${capabilityId}/${scope}`,
      detail: { version },
    });
    return { kind: "given", version };
  });
}
