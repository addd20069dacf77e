import "server-only";
import { may, mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { idsIn, type RecordedEvent } from "@/lib/report/event-words";
import { record } from "./audit";
import { namesOfOrganisations } from "./organisations";
import { namesOf } from "./people";
import { withRecord, withShared, withTenant } from "./tenant";

/** Which events are wanted: of one person, of one kind, from one moment until before another. */
export type RecordFilter = { personId?: string; action?: string; from?: Date; before?: Date };

export type RecordPage = {
  events: RecordedEvent[];
  /** True where there are older ones that the filter lets through. */
  more: boolean;
  /** True where some of them happened before the organisation came here from another installation. */
  fromElsewhere: boolean;
  /** Who and what there is to filter by. */
  people: { id: string; name: string }[];
  actions: string[];
  /** Whom and what the events name, by id: people and organisations. */
  names: ReadonlyMap<string, string>;
};

const shown = { id: true, at: true, actorId: true, action: true, subject: true, detail: true } as const;

type Reader = { auditEvent: Prisma.TransactionClient["auditEvent"] };

/**
 * What happened in an organisation, newest first, for its leads; null for everybody else. What happened before it came
 * here from another installation follows, as its file told it.
 */
export async function organisationRecord(
  user: CurrentUser,
  organisationId: string,
  filter: RecordFilter,
  limit: number,
): Promise<RecordPage | null> {
  if (!may(user, "read the trust's audit record", organisationId)) return null;
  return pageOf(
    await withTenant(user, {}, async (tx) => {
      const here = await read(tx, { organisationId }, filter, limit);
      return followedBy(here, await readEarlier(tx, organisationId, filter, limit), limit);
    }),
  );
}

/**
 * The same for a program, page by page: those before the event that `after` names. That the record was taken out is an
 * event as well, once for all its pages.
 */
export async function organisationEvents(
  user: CurrentUser,
  organisationId: string,
  filter: RecordFilter,
  { after, limit }: { after: { at: Date; id: bigint } | null; limit: number },
): Promise<{ events: RecordedEvent[]; more: boolean } | null> {
  if (!may(user, "read the trust's audit record", organisationId)) return null;
  if (!after) await noteReading(user, organisationId, "audit.exported");
  const rows = await withTenant(user, {}, (tx) =>
    tx.auditEvent.findMany({
      where: {
        ...whereOf({ organisationId }, filter),
        ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
      },
      select: shown,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: limit + 1,
    }),
  );
  const names = await namesOf(rows.flatMap(({ actorId }) => actorId ?? []));
  return { events: rows.slice(0, limit).map((row) => asRecorded(row, names)), more: rows.length > limit };
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
  if (user.ahead) return;
  const event = { organisationId, actorId: user.personId, action, subject: "audit" };
  if (organisationId) await withTenant(user, { write: organisationId }, (tx) => record(tx, event));
  else await withShared(user.personId, (tx) => record(tx, event));
}

type Row = {
  id: bigint | string;
  at: Date;
  actorId: string | null;
  action: string;
  subject: string;
  detail: unknown;
};

type Rows = {
  rows: Row[];
  more: boolean;
  actors: string[];
  actions: string[];
};

async function read(
  tx: Reader,
  whose: { organisationId?: string },
  filter: RecordFilter,
  limit: number,
): Promise<Rows> {
  const rows = await tx.auditEvent.findMany({
    where: whereOf(whose, filter),
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

/** The same of what happened before an organisation came here. Its numbers are none of this installation's. */
async function readEarlier(
  tx: { earlierEvent: Prisma.TransactionClient["earlierEvent"] },
  organisationId: string,
  filter: RecordFilter,
  limit: number,
): Promise<Rows> {
  const whose = { organisationId };
  const rows = await tx.earlierEvent.findMany({
    where: whereOf(whose, filter),
    select: { number: true, at: true, actorId: true, action: true, subject: true, detail: true },
    orderBy: { number: "desc" },
    take: limit + 1,
  });
  const actors = await tx.earlierEvent.groupBy({ by: ["actorId"], where: whose });
  const actions = await tx.earlierEvent.groupBy({ by: ["action"], where: whose });
  return {
    rows: rows.slice(0, limit).map(({ number, ...row }) => ({ ...row, id: `earlier ${number}` })),
    more: rows.length > limit,
    actors: actors.flatMap(({ actorId }) => actorId ?? []),
    actions: actions.map((each) => each.action),
  };
}

function followedBy(here: Rows, earlier: Rows, limit: number): Rows {
  const rows = [...here.rows, ...earlier.rows];
  return {
    rows: rows.slice(0, limit),
    more: here.more || earlier.more || rows.length > limit,
    actors: [...new Set([...here.actors, ...earlier.actors])],
    actions: [...new Set([...here.actions, ...earlier.actions])].sort(),
  };
}

async function pageOf({ rows, more, actors, actions }: Rows): Promise<RecordPage> {
  const names = await namesOf(actors);
  const events = rows.map((row) => asRecorded(row, names));
  const told = events.flatMap(idsIn);
  const inEnglish = new Intl.Collator("en-GB");
  return {
    events,
    names: new Map([...(await namesOf(told)), ...(await namesOfOrganisations(told))]),
    more,
    fromElsewhere: rows.some(({ id }) => typeof id === "string"),
    people: actors
      .map((id) => ({ id, name: nameIn(names, id) }))
      .sort((one, other) => inEnglish.compare(one.name, other.name)),
    actions,
  };
}

function whereOf<Whose extends { organisationId?: string }>(
  whose: Whose,
  { personId, action, from, before }: RecordFilter,
) {
  return {
    ...whose,
    ...(personId && { actorId: personId }),
    // No event has a NUL in its name, and the database takes none.
    ...(action && { action: action.replaceAll("\u0000", "") }),
    ...((from || before) && { at: { ...(from && { gte: from }), ...(before && { lt: before }) } }),
  };
}

function asRecorded({ id, actorId, detail, ...row }: Row, names: ReadonlyMap<string, string>): RecordedEvent {
  return {
    ...row,
    id: String(id),
    by: actorId && nameIn(names, actorId),
    detail: typeof detail === "object" && detail !== null ? { ...detail } : {},
  };
}

function nameIn(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? "A former colleague";
}
