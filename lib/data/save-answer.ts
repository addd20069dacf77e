import "server-only";
import { createHash } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { readAnswerBody } from "@/lib/assessment/answer-body";
import { mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import type { AnswerContent, CurrentAnswer } from "@/lib/assessment/stored-answer";
import { findCapability } from "@/lib/framework/find";
import type { Problem } from "@/lib/framework/problem";
import { levelOf } from "@/lib/scoring/level";
import { groundToAnswer } from "./answer-access";
import { assessmentFacts, type AssessmentFacts } from "./assessment-facts";
import { type AnswerAddress, currentAnswer } from "./answers";
import { tellChange } from "./change-channel";
import { getFramework } from "./frameworks";
import { isUniqueViolation, statement, type TenantTransaction, withTenant } from "./tenant";
import { ordinary, type Save, type SaveManner, type SaveReply, writeIfCurrent } from "./write-answer";

/** What became of a save (contract: saving an answer). Only `saved` changed anything. */
export type SaveOutcome =
  | { kind: "saved"; reply: SaveReply }
  | { kind: "invalid"; problems: Problem[] }
  | { kind: "stale" | "locked"; current: CurrentAnswer | null }
  | { kind: "key_reused" }
  | { kind: "not_found" };

/**
 * Saves one answer, whole: the value, its revision, the receipt for the key and the audit event, all or none.
 * A key that was accepted before gives its first reply again, whatever has happened since. A version that is no
 * longer the latest, or a round that is closed, changes nothing. `manner` says how it came about where it was not
 * simply typed: put back from the history, copied.
 */
export async function saveAnswer(
  user: CurrentUser,
  address: AnswerAddress,
  key: string,
  body: unknown,
  manner: SaveManner = ordinary,
): Promise<SaveOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  const ground = facts && (await groundToAnswer(user, facts, address));
  if (!facts || !ground) return { kind: "not_found" };
  const framework = await getFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = findCapability(framework, address.capabilityId);
  if (!capability || !mayAnswerIn(capability, facts.careSettings, address.scope))
    return { kind: "not_found" };
  const read = readAnswerBody(body, capability, facts.careSettings, address.scope);
  if (!read.ok) return { kind: "invalid", problems: read.problems };
  const settings = settingsServed(capability, facts.careSettings, address.scope);
  const { low, high } = levelOf(capability, settings, {
    criteria: read.content.criteria,
    notApplicable: read.content.notApplicable === null ? null : { reason: read.content.notApplicable },
  });
  const bodyHash = hashOf(address, read.version, read.content);
  const { version, content } = read;
  const save = { address, key, bodyHash, version, content, level: { low, high }, manner, ground };
  const once = () => saveOnce(user, facts, save);
  // Two requests with one key may race to write the receipt; the loser finds the winner's on its second try.
  const outcome = await once().catch((error: unknown) => {
    if (isUniqueViolation(error)) return once();
    throw error;
  });
  if (outcome.kind === "saved") tellChange({ organisationId: facts.organisationId, ...address });
  return outcome;
}

async function saveOnce(user: CurrentUser, facts: AssessmentFacts, save: Save): Promise<SaveOutcome> {
  const row = await writeIfCurrent(statement, user, facts, save);
  if (row.reply) return { kind: "saved", reply: row.reply };
  return withTenant(user, {}, (tx) => whyNot(tx, user, facts, save, row.state));
}

/** What a save that changed nothing met. */
async function whyNot(
  tx: TenantTransaction,
  user: CurrentUser,
  { organisationId }: AssessmentFacts,
  { address, key, bodyHash, manner }: Save,
  state: string | null,
): Promise<SaveOutcome> {
  // The same key may have been accepted before, or a moment ago in another request that this one waited for.
  const receipt = await tx.saveReceipt.findUnique({
    where: { organisationId_personId_key: { organisationId, personId: user.personId, key } },
    select: { bodyHash: true, reply: true },
  });
  if (receipt) {
    if (receipt.bodyHash !== bodyHash) return { kind: "key_reused" };
    return { kind: "saved", reply: receipt.reply as SaveReply };
  }
  if (state === null) return { kind: "not_found" };
  const current = await currentAnswer(tx, user, organisationId, address);
  return { kind: state === manner.inState ? "stale" : "locked", current };
}

/** Equal for two saves that mean the same to the same answer; the order of criteria does not matter. */
function hashOf(address: AnswerAddress, version: number, content: AnswerContent): string {
  const criteria = Object.entries(content.criteria).sort(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([
    address.assessmentId.toLowerCase(),
    address.capabilityId,
    address.scope,
    version,
    criteria,
    content.notApplicable,
    content.note,
    content.confidence,
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}
