import "server-only";
import { may, mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RecordedEvent } from "@/lib/report/event-words";
import { record } from "./audit";
import { namesOf } from "./people";
import { withRecord, withShared, withTenant } from "./tenant";

/** Which events are wanted: of one person, of one kind, from one moment until before another. */
export type RecordFilter = { personId?: string; action?: string; from?: Date; before?: Date };

export type RecordPage = {
  events: RecordedEvent[];
  /** True where there are older ones that the filter lets through. */
  more: boolean;
  /** Who and what there is to filter by. */
  people: { id: string; name: string }[];
  actions: string[];
};

const shown = { id: true, at: true, actorId: true, action: true, subject: true, detail: true } as const;

type Reader = { auditEvent: Prisma.TransactionClient["auditEvent"] };

/** What happened in an organisation, newest first, for its leads; null for everybody else. */
export async function organisationRecord(
  user: CurrentUser,
  organisationId: string,
  filter: RecordFilter,
  limit: number,
): Promise<RecordPage | null> {
  if (!may(user, "read the trust's audit record", organisationId)) return null;
  return pageOf(await withTenant(user, {}, (tx) => read(tx, { organisationId }, filter, limit)));
}

/**
 * What happened in the installation, newest first, for its administrators; null for everybody else. Of organisations it
 * holds who was let in and what is shared, nothing about answers. Looking at it is an event as well.
 */
export async function installationRecord(
  user: CurrentUser,
  filter: RecordFilter,
  limit: number,
): Promise<RecordPage | null> {
  if (!mayAdminister(user, "read the audit record")) return null;
  await noteReading(user, null, "audit.viewed");
  return pageOf(await withRecord("installation", user.personId, (tx) => read(tx, {}, filter, limit)));
}

/** Notes that the record was looked at or taken out. */
export async function noteReading(
  user: CurrentUser,
  organisationId: string | null,
  action: "audit.viewed" | "audit.exported",
): Promise<void> {
  const event = { organisationId, actorId: user.personId, action, subject: "audit" };
  if (organisationId) await withTenant(user, { write: organisationId }, (tx) => record(tx, event));
  else await withShared(user.personId, (tx) => record(tx, event));
}

type Rows = {
  rows: { id: bigint; at: Date; actorId: string | null; action: string; subject: string; detail: unknown }[];
  more: boolean;
  actors: string[];
  actions: string[];
};

async function read(
  tx: Reader,
  whose: { organisationId?: string },
  { personId, action, from, before }: RecordFilter,
  limit: number,
): Promise<Rows> {
  const where = {
    ...whose,
    ...(personId && { actorId: personId }),
    ...(action && { action }),
    ...((from || before) && { at: { ...(from && { gte: from }), ...(before && { lt: before }) } }),
  };
  const rows = await tx.auditEvent.findMany({
    where,
    select: shown,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const actors = await tx.auditEvent.groupBy({ by: ["actorId"], where: whose });
  const actions = await tx.auditEvent.groupBy({ by: ["action"], where: whose });
  return {
    rows: rows.slice(0, limit),
    more: rows.length > limit,
    actors: actors.flatMap(({ actorId }) => actorId ?? []),
    actions: actions.map((each) => each.action).sort(),
  };
}

async function pageOf({ rows, more, actors, actions }: Rows): Promise<RecordPage> {
  const names = await namesOf(actors);
  const inEnglish = new Intl.Collator("en-GB");
  const nameOf = (id: string) => names.get(id) ?? "A former colleague";
  return {
    events: rows.map(({ id, actorId, detail, ...row }) => ({
      ...row,
      id: String(id),
      by: actorId && nameOf(actorId),
      detail: typeof detail === "object" && detail !== null ? { ...detail } : {},
    })),
    more,
    people: actors
      .map((id) => ({ id, name: nameOf(id) }))
      .sort((one, other) => inEnglish.compare(one.name, other.name)),
    actions,
  };
}
