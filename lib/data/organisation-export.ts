import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { OrganisationContents } from "@/lib/exchange/organisation-document";
import { type Part, peopleIn, plainKind, type Row } from "@/lib/exchange/organisation-part";
import { partCalled, type PartName, partNames } from "@/lib/exchange/organisation-parts";
import { isoDate } from "@/lib/report/dates";
import { record } from "./audit";
import { type TenantTransaction, withTenant } from "./tenant";

/** What became of taking everything out. `owes_views`: of so many questions the person still owes their own view. */
export type OrganisationTaken =
  | { kind: "taken"; contents: OrganisationContents }
  | { kind: "owes_views"; questions: number }
  | { kind: "not_found" };

/**
 * Everything an organisation has here, as it stood at one moment, and the event that it was taken out as `file`. Who
 * was asked for a view and has not given it would read their colleagues' in the file, so they cannot take it
 * (decision 0025).
 */
export async function takeOrganisation(
  user: CurrentUser,
  organisationId: string,
  { format, file }: { format: "json" | "csv"; file: string },
): Promise<OrganisationTaken> {
  if (!may(user, "take everything out", organisationId)) return { kind: "not_found" };
  return withTenant(user, { write: organisationId, atOneMoment: true }, async (tx) => {
    const questions = await owedIn(tx, user, organisationId);
    if (questions > 0) return { kind: "owes_views", questions };
    const contents = await contentsIn(tx, organisationId);
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "organisation.exported",
      subject: `organisation:${organisationId}`,
      detail: { format, sensitive: true, file },
    });
    return { kind: "taken", contents };
  });
}

/** Of how many questions a person still owes their own view, who may take everything out; null for everybody else. */
export async function viewsOwed(user: CurrentUser, organisationId: string): Promise<number | null> {
  if (!may(user, "take everything out", organisationId)) return null;
  return withTenant(user, {}, (tx) => owedIn(tx, user, organisationId));
}

function owedIn(tx: TenantTransaction, user: CurrentUser, organisationId: string): Promise<number> {
  return tx.voice.count({ where: { organisationId, personId: user.personId, state: "asked" } });
}

async function contentsIn(tx: TenantTransaction, organisationId: string): Promise<OrganisationContents> {
  const others = await otherOrganisations(tx, organisationId);
  const read: [PartName, Row[]][] = [];
  for (const name of partNames) read.push([name, await rowsIn(tx, partCalled(name), organisationId, others)]);
  const parts = Object.fromEntries(read) as Record<PartName, Row[]>;
  const events = await eventsIn(tx, organisationId);
  return {
    organisation: await factsIn(tx, organisationId),
    frameworks: await frameworksIn(
      tx,
      read.flatMap(([, rows]) => rows),
    ),
    people: await peopleNamed(tx, parts, events),
    events,
    parts,
  };
}

/** What of the client reads a table whose name stands in the list of parts. */
type Table = {
  findMany(query: {
    where: Record<string, unknown>;
    select: Record<string, true>;
    orderBy?: Record<string, "asc">;
  }): Promise<Row[]>;
};

async function rowsIn(
  tx: TenantTransaction,
  part: Part,
  organisationId: string,
  others: ReadonlyMap<string, unknown>,
): Promise<Row[]> {
  const table = (tx as unknown as Readonly<Record<string, Table>>)[part.table];
  if (!table) throw new Error(`There is no table ${part.table}`);
  const rows = await table.findMany({
    // What could not be saved is its author's alone; the database shows it to nobody else anyway.
    where: { organisationId, ...(part.table === "answerRevision" && { kind: { not: "refused" } }) },
    select: Object.fromEntries(Object.keys(part.columns).map((name) => [name, true])),
    ...(part.inOrderOf && { orderBy: { [part.inOrderOf]: "asc" } }),
  });
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(part.columns).map(([name, kind]) => [
        name,
        plainValue(row[name], plainKind(kind), others),
      ]),
    ),
  );
  return part.key.length === 0 ? plain : plain.sort((one, other) => inOrder(part.key, one, other));
}

function plainValue(value: unknown, kind: string, others: ReadonlyMap<string, unknown>): unknown {
  if (value instanceof Date) return kind === "day" ? value.toISOString().slice(0, 10) : value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (kind === "organisation" && typeof value === "string") return others.get(value) ?? null;
  return value ?? null;
}

/** By code units and numbers, which every installation orders alike. */
function inOrder(key: readonly string[], one: Row, other: Row): number {
  for (const name of key) {
    const [a, b] = [one[name] as string | number, other[name] as string | number];
    if (a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

async function otherOrganisations(
  tx: TenantTransaction,
  organisationId: string,
): Promise<Map<string, unknown>> {
  const given = await tx.accessGrant.findMany({ where: { organisationId }, select: { receiverId: true } });
  const rows = await tx.organisation.findMany({
    where: { id: { in: given.flatMap(({ receiverId }) => receiverId ?? []) } },
    select: { id: true, odsCode: true, kind: true, name: true },
  });
  return new Map(rows.map(({ id, ...known }) => [id, known]));
}

async function factsIn(tx: TenantTransaction, id: string): Promise<OrganisationContents["organisation"]> {
  const { openedOn, closedOn, ...facts } = await tx.organisation.findUniqueOrThrow({
    where: { id },
    select: {
      odsCode: true,
      name: true,
      kind: true,
      careSettings: true,
      regionCode: true,
      icbCode: true,
      subtype: true,
      openedOn: true,
      closedOn: true,
      successorCode: true,
    },
  });
  return { ...facts, openedOn: openedOn && isoDate(openedOn), closedOn: closedOn && isoDate(closedOn) };
}

async function frameworksIn(
  tx: TenantTransaction,
  rows: readonly Row[],
): Promise<OrganisationContents["frameworks"]> {
  const named = rows.flatMap(({ frameworkId, frameworkVersion }) =>
    typeof frameworkId === "string" && typeof frameworkVersion === "string"
      ? [{ frameworkId, version: frameworkVersion }]
      : [],
  );
  const found = await tx.frameworkVersion.findMany({
    where: { OR: named },
    select: { frameworkId: true, version: true, contentHash: true },
  });
  return found
    .map(({ frameworkId, ...known }) => ({ id: frameworkId, ...known }))
    .sort((one, other) => inOrder(["id", "version"], one, other));
}

async function eventsIn(
  tx: TenantTransaction,
  organisationId: string,
): Promise<OrganisationContents["events"]> {
  const select = { at: true, actorId: true, action: true, subject: true, detail: true } as const;
  const where = { organisationId };
  const earlier = await tx.earlierEvent.findMany({ where, select, orderBy: { number: "asc" } });
  const since = await tx.auditEvent.findMany({ where, select, orderBy: { id: "asc" } });
  return [...earlier, ...since].map(({ at, detail, ...event }) => ({
    ...event,
    at: at.toISOString(),
    detail: typeof detail === "object" && detail !== null ? { ...detail } : {},
  }));
}

/** Everybody the rows and events name; with an address, who belongs or belonged to the organisation. */
async function peopleNamed(
  tx: TenantTransaction,
  parts: Readonly<Record<PartName, readonly Row[]>>,
  events: OrganisationContents["events"],
): Promise<OrganisationContents["people"]> {
  const named = partNames.flatMap((name) => parts[name].flatMap((row) => peopleIn(partCalled(name), row)));
  const ids = new Set([...named, ...events.flatMap(({ actorId }) => actorId ?? [])]);
  const members = new Set(parts.memberships.flatMap((row) => peopleIn(partCalled("memberships"), row)));
  const rows = await tx.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true, jobTitle: true },
  });
  return rows
    .map(({ email, ...person }) => ({ ...person, email: members.has(person.id) ? email : null }))
    .sort((one, other) => inOrder(["id"], one, other));
}
