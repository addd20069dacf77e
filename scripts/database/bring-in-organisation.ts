import { randomUUID } from "node:crypto";
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { canonicalRows } from "@/lib/exchange/canonical-json";
import { type OrganisationContents, sha256 } from "@/lib/exchange/organisation-document";
import { columnsOf, type Part, type Row, sqlName } from "@/lib/exchange/organisation-part";
import { leftOutTables, partCalled, type PartName, partNames } from "@/lib/exchange/organisation-parts";
import { jsonPointer, type Problem } from "@/lib/framework/problem";
import { insertOrTell, Refusal, refuse } from "./insert-rows";

export type BroughtIn =
  | { kind: "brought_in"; organisationId: string; rows: number; people: { added: number; known: number } }
  | { kind: "refused"; problems: Problem[] };

export type Arrival = {
  /** The SHA-256 of the file it came in, for the record of events. */
  fileHash: string;
  /** What is kept of the token in an invitation's link, which only this installation can make. */
  tokenHashOf: (invitation: { organisationId: string; id: string }) => string;
  /** False to try all of it and keep nothing. */
  keep: boolean;
};

/**
 * Puts everything an organisation took out of another installation into this one, in one transaction: all of it or
 * nothing. `owner` is a connection of the role that owns the tables. Row-level security binds that as well, so every row is
 * checked to be the organisation's, and what only its author may write is written in their name (decision 0031).
 */
export async function bringInOrganisation(
  owner: Client,
  contents: OrganisationContents,
  arrival: Arrival,
): Promise<BroughtIn> {
  await owner.query("BEGIN");
  try {
    const brought = await bringIn(owner, contents, arrival);
    await owner.query(brought.kind === "brought_in" && arrival.keep ? "COMMIT" : "ROLLBACK");
    return brought;
  } catch (error) {
    await owner.query("ROLLBACK");
    if (error instanceof Refusal) return { kind: "refused", problems: error.problems };
    throw error;
  }
}

async function bringIn(owner: Client, contents: OrganisationContents, arrival: Arrival): Promise<BroughtIn> {
  await sameFrameworks(owner, contents);
  const organisationId = await placeOf(owner, contents);
  await owner.query(`SET LOCAL app.organisation_ids = ${escapeLiteral(organisationId)}`);
  await owner.query(`SET LOCAL app.organisation_id = ${escapeLiteral(organisationId)}`);
  await nothingThere(owner, organisationId);
  const people = await letPeopleIn(owner, organisationId, contents);
  const others = await otherOrganisations(owner, contents);
  let count = 0;
  for (const name of partNames) {
    const rows = contents.parts[name].map((row) => storedRow(partCalled(name), row, others));
    if (name === "invitations") {
      for (const row of rows) row.token_hash = arrival.tokenHashOf({ organisationId, id: String(row.id) });
    }
    await put(owner, { name, organisationId, rows: renamed(rows, people.otherIds) });
    count += rows.length;
  }
  await putEvents(owner, organisationId, renamed(contents.events, people.otherIds));
  const { added, known } = people;
  await say(owner, organisationId, { ...arrival, contents, added, rows: count });
  return { kind: "brought_in", organisationId, rows: count, people: { added, known } };
}

async function sameFrameworks(owner: Client, { frameworks }: OrganisationContents): Promise<void> {
  const problems: Problem[] = [];
  for (const [at, { id, version, contentHash }] of frameworks.entries()) {
    const { rows } = await owner.query<{ hash: string }>(
      "SELECT content_hash AS hash FROM framework_version WHERE framework_id = $1 AND version = $2",
      [id, version],
    );
    const path = jsonPointer(["manifest", "frameworks", at]);
    if (!rows[0]) problems.push({ path, message: `${id} ${version} is not published in this installation` });
    else if (rows[0].hash !== contentHash)
      problems.push({ path, message: `${id} ${version} has other content in this installation` });
  }
  if (problems.length > 0) throw new Refusal(problems);
}

/** The organisation as this installation knows it, or as the file does. */
async function placeOf(owner: Client, { organisation }: OrganisationContents): Promise<string> {
  const { rows } = await owner.query<{ id: string; kind: string }>(
    "SELECT id, kind FROM organisation WHERE ods_code = $1 FOR UPDATE",
    [organisation.odsCode],
  );
  const [there] = rows;
  if (there && there.kind !== organisation.kind) {
    refuse(
      ["organisation", "kind"],
      `is ${organisation.kind}, and here ${organisation.odsCode} is ${there.kind}`,
    );
  }
  if (there) return there.id;
  const id = randomUUID();
  await insertOrTell(owner, "organisation", [{ ...bySqlName(organisation), id }], () => ["organisation"]);
  return id;
}

async function nothingThere(owner: Client, organisationId: string): Promise<void> {
  const tables = [...partNames.map((name) => sqlName(partCalled(name).table)), ...Object.keys(leftOutTables)];
  // That it was added is an event as well.
  for (const table of tables.filter((each) => each !== "audit_event")) {
    const { rows } = await owner.query(
      `SELECT FROM ${escapeIdentifier(table)} WHERE organisation_id = $1 LIMIT 1`,
      [organisationId],
    );
    if (rows.length > 0) {
      refuse(
        ["organisation", "odsCode"],
        `has records here already (${table}): bring it in before anybody is invited`,
      );
    }
  }
}

type People = { added: number; known: number; otherIds: ReadonlyMap<string, string> };

/** Makes those who are not here yet, with no way to sign in; who has the same address here is the same person. */
async function letPeopleIn(
  owner: Client,
  organisationId: string,
  { people }: OrganisationContents,
): Promise<People> {
  const { rows } = await owner.query<{ id: string; email: string | null }>(
    "SELECT id, email FROM person WHERE id = ANY($1) OR email = ANY($2)",
    [people.map(({ id }) => id), people.flatMap(({ email }) => email ?? [])],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byEmail = new Map(rows.flatMap((row) => (row.email === null ? [] : [[row.email, row] as const])));
  const otherIds = new Map<string, string>();
  const added: object[] = [];
  const places: number[] = [];
  for (const [at, { id, name, email, jobTitle }] of people.entries()) {
    const holder = email === null ? undefined : byEmail.get(email);
    const same = byId.get(id);
    if (same && holder && holder.id !== id) refuse(["people", at, "email"], "is somebody else's here");
    if (!same && !holder) {
      added.push({ id, name, email, job_title: jobTitle, came_with_id: organisationId });
      places.push(at);
    } else if (!same && holder) otherIds.set(id, holder.id);
    else if (same && same.email === null && email !== null) {
      await owner.query("UPDATE person SET email = $2 WHERE id = $1", [id, email]);
    }
  }
  await insertOrTell(owner, "person", added, (at) => ["people", places[at] ?? 0]);
  return { added: added.length, known: people.length - added.length, otherIds };
}

/** The organisations that were given something, as they are known here; one that is not known yet is added, empty. */
async function otherOrganisations(
  owner: Client,
  { parts }: OrganisationContents,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [at, { receiverId }] of parts.accessGrants.entries()) {
    const named = receiverId as { odsCode: string; kind: string; name: string } | null;
    if (!named || found.has(named.odsCode)) continue;
    const { rows } = await owner.query<{ id: string; kind: string; name: string }>(
      "SELECT id, kind, name FROM organisation WHERE ods_code = $1",
      [named.odsCode],
    );
    const [there] = rows;
    if (there && (there.kind !== named.kind || there.name !== named.name)) {
      refuse(
        ["accessGrants", at, "receiverId"],
        `is ${named.name}, and here ${named.odsCode} is ${there.name}`,
      );
    }
    const id = there?.id ?? randomUUID();
    const place = ["accessGrants", at, "receiverId"];
    const row = { ...bySqlName(named), id, care_settings: [] };
    if (!there) await insertOrTell(owner, "organisation", [row], () => place);
    found.set(named.odsCode, id);
  }
  return found;
}

type StoredRow = Record<string, unknown>;

function bySqlName(row: object): StoredRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [sqlName(name), value]));
}

function storedRow(part: Part, row: Row, others: ReadonlyMap<string, string>): StoredRow {
  const stored = bySqlName(row);
  for (const name of columnsOf(part, "organisation")) {
    const named = row[name] as { odsCode: string } | null;
    stored[sqlName(name)] = named && (others.get(named.odsCode) ?? null);
  }
  return stored;
}

/** The rows with the ids that people have here, wherever they stand: such an id is in no text by chance. */
function renamed<T>(rows: readonly T[], otherIds: ReadonlyMap<string, string>): T[] {
  if (otherIds.size === 0) return [...rows];
  let text = JSON.stringify(rows);
  for (const [there, here] of otherIds) text = text.replaceAll(there, here);
  return JSON.parse(text) as T[];
}

/** Puts a part's rows in, one after another where they are of several people who alone may write them. */
async function put(
  owner: Client,
  { name, organisationId, rows }: { name: PartName; organisationId: string; rows: StoredRow[] },
): Promise<void> {
  const part = partCalled(name);
  const column = part.inNameOf && sqlName(part.inNameOf);
  let before = 0;
  for (const { by, own } of runsOf(rows, (row) => (column ? String(row[column]) : ""))) {
    await actAs(owner, by);
    const ours = own.map((row) => ({ ...row, organisation_id: organisationId }));
    const from = before;
    await insertOrTell(owner, sqlName(part.table), ours, (at) => [name, from + at]);
    before += own.length;
  }
}

const AT_ONCE = 200;

/** Rows that follow each other and are of one person. */
function runsOf(rows: readonly StoredRow[], writerOf: (row: StoredRow) => string) {
  const runs: { by: string; own: StoredRow[] }[] = [];
  for (const row of rows) {
    const by = writerOf(row);
    const last = runs.at(-1);
    if (last && last.by === by && last.own.length < AT_ONCE) last.own.push(row);
    else runs.push({ by, own: [row] });
  }
  return runs;
}

async function actAs(owner: Client, personId: string): Promise<void> {
  await owner.query(`SET LOCAL app.user_id = ${escapeLiteral(personId)}`);
}

async function putEvents(
  owner: Client,
  organisationId: string,
  events: OrganisationContents["events"],
): Promise<void> {
  await actAs(owner, "");
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const rows = events.slice(from, from + AT_ONCE).map((event, at) => {
      return { ...bySqlName(event), organisation_id: organisationId, number: from + at + 1 };
    });
    await insertOrTell(owner, "earlier_event", rows, (at) => ["events", from + at]);
  }
}

/** The event that tells of it. It seals what came along: whoever changes that later has another hash. */
async function say(
  owner: Client,
  organisationId: string,
  told: { fileHash: string; contents: OrganisationContents; added: number; rows: number },
): Promise<void> {
  const { events, organisation } = told.contents;
  await actAs(owner, "");
  const detail = {
    organisation: organisation.odsCode,
    file: told.fileHash,
    rows: told.rows,
    people: told.added,
    events: events.length,
    eventsHash: sha256(canonicalRows(events)),
  };
  await owner.query(
    "INSERT INTO audit_event (action, subject, detail) VALUES ('organisation.imported', $1, $2)",
    [`organisation:${organisationId}`, JSON.stringify(detail)],
  );
}
