import "server-only";
import { createHash } from "node:crypto";
import { type RecordTransaction, withRecord } from "./tenant";

// The chain that seals the record of events (design 4, Audit): link n is a hash over link n-1 and one event. Changing,
// taking out or adding an event breaks it; cutting off its end shows against an anchor kept elsewhere.

/** What the chain begins with. */
const START = "0".repeat(64);
/** Any number that no other lock of the database uses. */
const SEALING_LOCK = 72707371;
const AT_ONCE = 1000;
/** An event may be committed after others that came later; never after this many. */
const LATE_BY_AT_MOST = 100_000n;

/** An event as the chain hashes it. */
export type SealedEvent = {
  id: bigint;
  organisationId: string | null;
  at: Date;
  actorId: string | null;
  action: string;
  subject: string;
  detail: unknown;
};

/** The link of the chain that seals an event after the link before. */
export function linkHash(before: string, number: bigint, event: SealedEvent): string {
  const { id, organisationId, at, actorId, action, subject, detail } = event;
  const words = [
    String(number),
    String(id),
    organisationId,
    at.toISOString(),
    actorId,
    action,
    subject,
    inOrder(detail),
  ];
  return createHash("sha256")
    .update(`${before}\n${JSON.stringify(words)}`)
    .digest("hex");
}

/** The database keeps no order of keys; a hash needs one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([key, inner]) => [key, inOrder(inner)]);
}

const event = {
  id: true,
  organisationId: true,
  at: true,
  actorId: true,
  action: true,
  subject: true,
  detail: true,
} as const;

/**
 * Seals what is settled and not sealed yet, and says how many events that were. Several processes may try at once: one
 * does it, the others find nothing to do. An event whose transaction might still be under way, or that another still
 * under way might be committed before, waits: sealed by number alone, late ones would be left out.
 */
export async function sealEvents(): Promise<number> {
  let sealed = 0;
  for (;;) {
    const done = await withRecord("all", null, sealSome);
    sealed += done;
    if (done < AT_ONCE) return sealed;
  }
}

async function sealSome(tx: RecordTransaction): Promise<number> {
  const [turn] = await tx.$queryRaw<{ mine: boolean; settled: bigint }[]>`
    SELECT pg_try_advisory_xact_lock(${SEALING_LOCK}) AS mine,
           pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS settled`;
  if (!turn?.mine) return 0;
  const last = await tx.auditSeal.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, hash: true, eventId: true },
  });
  const from = (last?.eventId ?? 0n) - LATE_BY_AT_MOST;
  const waiting = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT e.id FROM audit_event e
    WHERE e.id > ${from} AND e.transaction < ${turn.settled}
      AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)
    ORDER BY e.id LIMIT ${AT_ONCE}`;
  const events = await tx.auditEvent.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    select: event,
    orderBy: { id: "asc" },
  });
  let { number, hash } = last ?? { number: 0n, hash: START };
  const links = events.map((each) => {
    number += 1n;
    hash = linkHash(hash, number, each);
    return { number, eventId: each.id, hash };
  });
  await tx.auditSeal.createMany({ data: links });
  return links.length;
}

/** The end of the chain at a moment, to be kept where whoever can change the database cannot reach. */
export type Anchor = { number: string; hash: string; at: string };

export type Verification = {
  /** How many events are sealed. */
  sealed: number;
  /** The end of the chain; null while nothing is sealed. */
  head: Anchor | null;
  /** What is wrong, each in a sentence; empty where all is whole. */
  problems: string[];
};

/** How long an event may wait for its seal before that is a fault. */
const PATIENCE = 5 * 60_000;
const SHOWN = 20;

/** Goes through the whole chain and every event, and compares with anchors of earlier days. */
export async function verifyRecord(anchors: readonly Anchor[], now: Date): Promise<Verification> {
  return withRecord("all", null, async (tx) => {
    const problems: string[] = [];
    const tell = (problem: string) => problems.push(problem);
    const open = new Map(anchors.map((anchor) => [anchor.number, anchor]));
    let [number, hash] = [0n, START];
    for (;;) {
      const links = await tx.auditSeal.findMany({
        where: { number: { gt: number } },
        orderBy: { number: "asc" },
        take: AT_ONCE,
        select: { number: true, eventId: true, hash: true },
      });
      const found = await tx.auditEvent.findMany({
        where: { id: { in: links.map(({ eventId }) => eventId) } },
        select: event,
      });
      const events = new Map(found.map((each) => [each.id, each]));
      for (const link of links) {
        if (link.number !== number + 1n)
          tell(`Links ${number + 1n} to ${link.number - 1n} of the chain are missing.`);
        const sealed = events.get(link.eventId);
        if (!sealed) tell(`Event ${link.eventId} was sealed and is not there any more.`);
        else if (linkHash(hash, link.number, sealed) !== link.hash)
          tell(`Event ${link.eventId}, or link ${link.number} of the chain, is not as it was sealed.`);
        const anchor = open.get(String(link.number));
        if (anchor && anchor.hash !== link.hash)
          tell(`Link ${link.number} is not the one that the anchor of ${anchor.at} names.`);
        open.delete(String(link.number));
        ({ number, hash } = link);
      }
      if (links.length < AT_ONCE) break;
    }
    for (const { number: cut, at } of open.values())
      tell(`The chain ends before link ${cut}, which was there on ${at}: its end was cut off.`);
    const [unsealed] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM audit_event e
      WHERE e.at < ${new Date(now.getTime() - PATIENCE)}
        AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.event_id = e.id)`;
    if (unsealed && unsealed.count > 0)
      tell(
        `${unsealed.count} events older than five minutes are not sealed: no process seals, or they were put in later.`,
      );
    return {
      sealed: Number(number),
      head: number > 0n ? { number: String(number), hash, at: now.toISOString() } : null,
      problems:
        problems.length > SHOWN
          ? [...problems.slice(0, SHOWN), `And ${problems.length - SHOWN} more.`]
          : problems,
    };
  });
}
