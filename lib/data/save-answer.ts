import "server-only";
import { createHash } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { readAnswerBody } from "@/lib/assessment/answer-body";
import { mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import type { AnswerContent, CurrentAnswer } from "@/lib/assessment/stored-answer";
import { findCapability } from "@/lib/framework/find";
import type { Problem } from "@/lib/framework/problem";
import { levelOf } from "@/lib/scoring/level";
import { assessmentFacts, type AssessmentFacts } from "./assessment-facts";
import { type AnswerAddress, currentAnswer } from "./answers";
import { getFramework } from "./frameworks";
import { isUniqueViolation, type TenantTransaction, withTenant } from "./tenant";

export type SaveReply = { version: number; level: { low: number; high: number }; savedAt: string };

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
 * longer the latest, or a round that is closed, changes nothing.
 */
export async function saveAnswer(
  user: CurrentUser,
  address: AnswerAddress,
  key: string,
  body: unknown,
): Promise<SaveOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "answer questions", facts.organisationId)) return { kind: "not_found" };
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
  const save = { address, key, bodyHash, version: read.version, content: read.content, level: { low, high } };
  const once = () =>
    withTenant(user, { write: facts.organisationId }, (tx) => saveOnce(tx, user, facts, save));
  // Two requests with one key may race to write the receipt; the loser finds the winner's on its second try.
  return once().catch((error: unknown) => {
    if (isUniqueViolation(error)) return once();
    throw error;
  });
}

type Save = {
  address: AnswerAddress;
  key: string;
  bodyHash: string;
  version: number;
  content: AnswerContent;
  level: { low: number; high: number };
};

async function saveOnce(
  tx: TenantTransaction,
  user: CurrentUser,
  facts: AssessmentFacts,
  save: Save,
): Promise<SaveOutcome> {
  const row = await writeIfCurrent(tx, user, facts, save);
  if (row.reply) return { kind: "saved", reply: row.reply };
  // The same key may have been accepted before, or a moment ago in another request that this one waited for.
  const receipt = await tx.saveReceipt.findUnique({
    where: {
      organisationId_personId_key: {
        organisationId: facts.organisationId,
        personId: user.personId,
        key: save.key,
      },
    },
    select: { bodyHash: true, reply: true },
  });
  if (receipt) {
    if (receipt.bodyHash !== save.bodyHash) return { kind: "key_reused" };
    return { kind: "saved", reply: receipt.reply as SaveReply };
  }
  if (row.state === null) return { kind: "not_found" };
  const current = await currentAnswer(tx, facts.organisationId, save.address);
  return { kind: row.state === "in_progress" ? "stale" : "locked", current };
}

/**
 * The one place where several tables are written by one statement, for speed (decision 0001).
 * The row lock on the assessment makes a sign-off wait for saves under way, and later saves see it closed.
 */
async function writeIfCurrent(
  tx: TenantTransaction,
  user: CurrentUser,
  facts: AssessmentFacts,
  { address, key, bodyHash, version, content, level }: Save,
): Promise<{ state: string | null; reply: SaveReply | null }> {
  const { organisationId } = facts;
  const { assessmentId, capabilityId, scope } = address;
  const rows = await tx.$queryRaw<{ state: string | null; reply: SaveReply | null }[]>`
    WITH open AS (
      SELECT state FROM assessment
      WHERE organisation_id = ${organisationId}::uuid AND id = ${assessmentId}::uuid
      FOR SHARE
    ), saved AS (
      INSERT INTO answer AS a (organisation_id, assessment_id, capability_id, scope, version, criteria,
                               not_applicable, note, confidence, carried_forward, withdrawn, saved_at, saved_by_id)
      SELECT ${organisationId}::uuid, ${assessmentId}::uuid, ${capabilityId}, ${scope}, ${version + 1}::int,
             ${JSON.stringify(content.criteria)}::jsonb, ${content.notApplicable}, ${content.note},
             ${content.confidence}, false, false, date_trunc('milliseconds', clock_timestamp()), ${user.personId}::uuid
      FROM open
      WHERE open.state = 'in_progress'
        AND NOT EXISTS (SELECT FROM save_receipt
                        WHERE organisation_id = ${organisationId}::uuid AND person_id = ${user.personId}::uuid
                          AND key = ${key}::uuid)
        AND (${version}::int = 0
             OR EXISTS (SELECT FROM answer
                        WHERE organisation_id = ${organisationId}::uuid AND assessment_id = ${assessmentId}::uuid
                          AND capability_id = ${capabilityId} AND scope = ${scope}))
      ON CONFLICT (organisation_id, assessment_id, capability_id, scope) DO UPDATE
      SET version = excluded.version, criteria = excluded.criteria, not_applicable = excluded.not_applicable,
          note = excluded.note, confidence = excluded.confidence, carried_forward = false, withdrawn = false,
          saved_at = excluded.saved_at, saved_by_id = excluded.saved_by_id
      WHERE a.version = ${version}::int
      RETURNING a.*
    ), revision AS (
      INSERT INTO answer_revision (organisation_id, assessment_id, capability_id, scope, kind, version, value, at, by_id)
      SELECT organisation_id, assessment_id, capability_id, scope, 'saved', version,
             jsonb_build_object('criteria', criteria, 'notApplicable', not_applicable, 'note', note,
                                'confidence', confidence),
             saved_at, saved_by_id
      FROM saved
    ), event AS (
      INSERT INTO audit_event (organisation_id, actor_id, action, subject, detail)
      SELECT organisation_id, saved_by_id, 'answer.saved',
             'answer:' || assessment_id || '/' || capability_id || '/' || scope,
             jsonb_build_object('version', version)
      FROM saved
    ), receipt AS (
      INSERT INTO save_receipt (organisation_id, person_id, key, body_hash, reply, at)
      SELECT organisation_id, saved_by_id, ${key}::uuid, ${bodyHash},
             jsonb_build_object('version', version, 'level', ${JSON.stringify(level)}::jsonb,
               'savedAt', to_char(saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
             saved_at
      FROM saved
      RETURNING reply
    )
    SELECT (SELECT state FROM open) AS state, (SELECT reply FROM receipt) AS reply`;
  return rows[0] ?? { state: null, reply: null };
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
