import { expect } from "vitest";
import type { EventKind } from "@/lib/access/event-kind";
import { lookBeneath } from "./database";

/**
 * One write of the data layer: the events it leaves, in this order; the table where its row stands afterwards, if any;
 * who is named as having done it, null for the service itself; and the write.
 */
export type Write = readonly [
  events: EventKind | readonly EventKind[],
  table: string | null,
  by: () => { personId: string } | null,
  act: () => Promise<unknown>,
];

/** Does it, and expects its events and no other on record, in the same database transaction as the row it changed. */
export async function expectOnRecord([events, table, by, act]: Write): Promise<void> {
  const [{ last } = { last: "0" }] = await lookBeneath<{ last: string }>(
    "SELECT coalesce(max(id), 0)::text AS last FROM audit_event",
  );
  const outcome = await act();
  const noted = await lookBeneath<{ action: string; who: string | null; transaction: string }>(
    "SELECT action, actor_id AS who, xmin::text AS transaction FROM audit_event WHERE id > $1 ORDER BY id",
    [last],
  );
  const who = by()?.personId ?? null;
  expect([outcome, noted.map(({ action, who: named }) => [action, named])]).toEqual([
    outcome,
    [events].flat().map((event) => [event, who]),
  ]);
  if (table === null) return;
  const changed = await lookBeneath(`SELECT FROM ${table} WHERE xmin::text = $1`, [noted[0]?.transaction]);
  expect([events, table, changed.length > 0]).toEqual([events, table, true]);
}
