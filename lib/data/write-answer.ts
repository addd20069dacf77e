import "server-only";
import type { EventKind } from "@/lib/access/event-kind";
import type { CurrentUser } from "@/lib/access/user";
import type { RevisionCause, RevisionKind } from "@/lib/assessment/revision";
import type { AssessmentState } from "@/lib/assessment/states";
import type { AnswerContent } from "@/lib/assessment/stored-answer";
import { Prisma } from "@/lib/generated/prisma/client";
import type { AnswerGround } from "./answer-access";
import type { AnswerAddress } from "./answers";
import type { AssessmentFacts } from "./assessment-facts";
import { actingIn } from "./tenant";

export type SaveReply = { version: number; level: { low: number; high: number }; savedAt: string };

/** How an answer comes to be written; its revision says so. */
export type SaveManner = {
  kind: Extract<RevisionKind, "saved" | "undone" | "copied" | "challenge" | "agreed">;
  /** Whether somebody still has to confirm it. */
  toConfirm: boolean;
  /** The state of the round in which it may be written. */
  inState: AssessmentState;
  /** What it came from, kept with the revision: ids and versions, never what somebody wrote. */
  because?: RevisionCause;
};

/** Somebody typed it while the round was open. */
export const ordinary: SaveManner = { kind: "saved", toConfirm: false, inState: "in_progress" };

export type Save = {
  address: AnswerAddress;
  key: string;
  bodyHash: string;
  version: number;
  content: AnswerContent;
  level: { low: number; high: number };
  manner: SaveManner;
  ground: AnswerGround;
};

/** `state` is the round's, null where there is none or the answer is no longer theirs to give. */
type Written = { state: string | null; reply: SaveReply | null };

/**
 * Writes an answer if it is still at the version it was read at and the round is in the state it may change in.
 * The one place where several tables are written by one statement, for speed (decision 0001): in a transaction, or as
 * one of its own. The row lock on the assessment makes a sign-off wait for saves under way, and later saves see it
 * closed. Whatever is looked up hangs on the locked row, and so comes after the settings that let it be seen.
 */
export async function writeIfCurrent(
  send: (sql: Prisma.Sql) => PromiseLike<Written[]>,
  user: CurrentUser,
  facts: AssessmentFacts,
  { address, key, bodyHash, version, content, level, manner, ground }: Save,
): Promise<Written> {
  const { organisationId } = facts;
  const { assessmentId, capabilityId, scope } = address;
  const { assignee, enteredFor } = ground;
  const toConfirm = manner.toConfirm || enteredFor !== null;
  const because = JSON.stringify({
    ...manner.because,
    ...(enteredFor !== null && { enteredFor }),
    ...(toConfirm && { toConfirm }),
  });
  const sentBy = JSON.stringify(manner.because?.token === undefined ? {} : { token: manner.because.token });
  const event: EventKind = `answer.${manner.kind}`;
  const rows = await send(Prisma.sql`
    WITH acting AS MATERIALIZED (${actingIn(user, organisationId)}),
    open AS (
      SELECT round.state,
             ${assignee}::uuid IS NULL
               OR EXISTS (SELECT FROM assignment
                          WHERE organisation_id = round.organisation_id AND assessment_id = round.id
                            AND capability_id = ${capabilityId} AND scope = ${scope} AND state = 'open'
                            AND person_id = ${assignee}::uuid) AS allowed,
             EXISTS (SELECT FROM save_receipt
                     WHERE organisation_id = round.organisation_id AND person_id = ${user.personId}::uuid
                       AND key = ${key}::uuid) AS received,
             EXISTS (SELECT FROM answer
                     WHERE organisation_id = round.organisation_id AND assessment_id = round.id
                       AND capability_id = ${capabilityId} AND scope = ${scope}) AS answered
      FROM acting CROSS JOIN LATERAL (
        SELECT organisation_id, id, state FROM assessment
        WHERE acting.known AND organisation_id = ${organisationId}::uuid AND id = ${assessmentId}::uuid
        FOR SHARE
      ) round
    ), saved AS (
      INSERT INTO answer AS a (organisation_id, assessment_id, capability_id, scope, version, criteria,
                               not_applicable, note, confidence, carried_forward, withdrawn, saved_at, saved_by_id,
                               entered_for_id)
      SELECT ${organisationId}::uuid, ${assessmentId}::uuid, ${capabilityId}, ${scope}, ${version + 1}::int,
             ${JSON.stringify(content.criteria)}::jsonb, ${content.notApplicable}, ${content.note},
             ${content.confidence}, ${toConfirm}::boolean, false,
             date_trunc('milliseconds', clock_timestamp()), ${user.personId}::uuid, ${enteredFor}::uuid
      FROM open
      WHERE open.state = ${manner.inState} AND open.allowed AND NOT open.received
        AND (${version}::int = 0 OR open.answered)
      ON CONFLICT (organisation_id, assessment_id, capability_id, scope) DO UPDATE
      SET version = excluded.version, criteria = excluded.criteria, not_applicable = excluded.not_applicable,
          note = excluded.note, confidence = excluded.confidence, carried_forward = excluded.carried_forward,
          withdrawn = false, saved_at = excluded.saved_at, saved_by_id = excluded.saved_by_id,
          entered_for_id = excluded.entered_for_id
      WHERE a.version = ${version}::int
      RETURNING a.*
    ), revision AS (
      INSERT INTO answer_revision (organisation_id, assessment_id, capability_id, scope, kind, version, value, at, by_id)
      SELECT organisation_id, assessment_id, capability_id, scope, ${manner.kind}, version,
             jsonb_build_object('criteria', criteria, 'notApplicable', not_applicable, 'note', note,
                                'confidence', confidence) || ${because}::jsonb,
             saved_at, saved_by_id
      FROM saved
    ), event AS (
      INSERT INTO audit_event (organisation_id, actor_id, action, subject, detail)
      SELECT organisation_id, saved_by_id, ${event},
             'answer:' || assessment_id || '/' || capability_id || '/' || scope,
             jsonb_build_object('version', version) || ${sentBy}::jsonb
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
    SELECT (SELECT state FROM open WHERE allowed) AS state, (SELECT reply FROM receipt) AS reply`);
  return rows[0] ?? { state: null, reply: null };
}
