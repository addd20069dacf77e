import { type Client, DatabaseError } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type ColumnKind, type Part, plainKind, sqlName } from "@/lib/exchange/organisation-part";
import { leftOutTables, partCalled, partNames } from "@/lib/exchange/organisation-parts";
import { connectAsApp, connectAsOwner } from "@/tests/support/database";

/** Tables that belong to no organisation; every other one must carry `organisation_id` and row-level security. */
const shared = [
  "_prisma_migrations",
  "administrator",
  "administrator_invitation",
  "api_token",
  "audit_seal",
  "credential",
  "framework_version",
  "identity",
  "installation",
  "organisation",
  "organisation_import",
  "outbox",
  "person",
  "rate_limit",
  "recovery_code",
  "second_factor",
  "session",
  "single_use_token",
];

/** Keys made by a sequence alone, which nobody can choose or guess another's by. */
const keysByItself = ["audit_event_pkey"];

const appendOnly = [
  "access_log",
  "answer_revision",
  "audit_event",
  "audit_seal",
  "dma_scores",
  "message_wording",
  "planned_action_revision",
  "save_receipt",
  "snapshot",
  "voice_view",
];

let owner: Client;
let app: Client;
beforeAll(async () => {
  owner = await connectAsOwner();
  app = await connectAsApp();
});

async function names(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query);
  return rows.map(({ name }) => name).sort();
}

const tenantTables = `
  SELECT c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace`;

describe("somebody adds a table and forgets what keeps trusts apart", () => {
  test("every table has organisation_id, or stands on the list of those that belong to nobody", async () => {
    const without = await names(`
      SELECT relname::text AS name FROM pg_class c
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM (${tenantTables}) t WHERE t.oid = c.oid)`);
    expect(without).toEqual(shared);
  });

  test("each that has it is under row-level security, the owner included", async () => {
    expect(await names(`SELECT relname::text AS name FROM (${tenantTables}) t`)).toContain("answer");
    expect(
      await names(`SELECT relname::text AS name FROM (${tenantTables}) t
                   WHERE NOT relrowsecurity OR NOT relforcerowsecurity`),
    ).toEqual([]);
  });

  test("each says what may be seen and what may be written, by organisation", async () => {
    expect(
      await names(`
        SELECT t.relname || ' ' || wanted.command AS name
        FROM (${tenantTables}) t CROSS JOIN (VALUES ('r'), ('a')) wanted (command)
        WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND p.polcmd = wanted.command::"char")`),
    ).toEqual([]);
    // An update is checked on the row as it was and as it becomes; nothing is let through without a word.
    expect(
      await names(`
        SELECT polrelid::regclass || ' ' || polname AS name FROM pg_policy
        WHERE (polcmd IN ('r', 'w', 'd') AND coalesce(pg_get_expr(polqual, polrelid), '') NOT LIKE '%organisation_id%')
           OR (polcmd IN ('a', 'w') AND coalesce(pg_get_expr(polwithcheck, polrelid), '') NOT LIKE '%organisation_id%')
           OR polcmd = '*' OR NOT polpermissive`),
    ).toEqual([]);
  });

  test("every reference to an organisation's row, and every unique key, carries organisation_id", async () => {
    expect(
      await names(`
        SELECT conname::text AS name FROM pg_constraint k
        JOIN (${tenantTables}) child ON child.oid = k.conrelid JOIN (${tenantTables}) parent ON parent.oid = k.confrelid
        WHERE contype = 'f' AND NOT (
          SELECT attnum FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'organisation_id') = ANY (conkey)`),
    ).toEqual([]);
    expect(
      await names(`
        SELECT indexrelid::regclass::text AS name FROM pg_index i JOIN (${tenantTables}) t ON t.oid = i.indrelid
        WHERE indisunique AND NOT (
          SELECT attnum FROM pg_attribute WHERE attrelid = i.indrelid AND attname = 'organisation_id') = ANY (indkey)`),
    ).toEqual(keysByItself);
  });
});

describe("somebody adds a table or a column and forgets that a trust takes everything with it", () => {
  const byTable = new Map<string, Part>(
    partNames.map((name) => [sqlName(partCalled(name).table), partCalled(name)]),
  );

  test("every table of an organisation is in lib/exchange/organisation-parts.ts, as a part or left out, and why", async () => {
    const tables = await names(`SELECT relname::text AS name FROM (${tenantTables}) t`);
    expect([...byTable.keys(), ...Object.keys(leftOutTables)].sort()).toEqual(tables);
  });

  test("so is every column, with what it holds", async () => {
    const { rows } = await owner.query<{ table: string; column: string; type: string; empty: boolean }>(
      `SELECT table_name AS table, column_name AS column, regexp_replace(udt_name, '^int[248]$', 'int') AS type, is_nullable = 'YES' AS empty
       FROM information_schema.columns WHERE table_schema = 'public' AND column_name <> 'organisation_id'`,
    );
    const held = rows.filter(({ table }) => byTable.has(table));
    const wanted = held.map(
      ({ table, column, type, empty }) => `${table}.${column} ${type}${empty ? "?" : ""}`,
    );
    const listed = [...byTable].flatMap(([table, { columns, leftOut = {} }]) => [
      ...Object.entries(columns).map(([name, kind]) => `${table}.${sqlName(name)} ${typeOf(kind)}`),
      ...held
        .filter((each) => each.table === table && Object.keys(leftOut).map(sqlName).includes(each.column))
        .map(({ column, type, empty }) => `${table}.${column} ${type}${empty ? "?" : ""}`),
    ]);
    expect(listed.sort()).toEqual(wanted.sort());
  });

  /** Whole numbers come in two sizes. */
  function typeOf(kind: ColumnKind): string {
    const types: Readonly<Record<string, string>> = {
      text: "text",
      flag: "bool",
      day: "date",
      moment: "timestamptz",
      json: "jsonb",
      texts: "_text",
      persons: "_uuid",
      count: "int",
      bytes: "bytea",
    };
    return `${types[plainKind(kind)] ?? "uuid"}${kind.endsWith("?") ? "?" : ""}`;
  }
});

describe("somebody takes over the application's connection", () => {
  test("its role is no superuser, sees nothing past row-level security, makes nothing and owns nothing", async () => {
    const { rows } = await app.query(`
      SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication AS powerful,
             has_schema_privilege('public', 'CREATE') OR has_database_privilege(current_database(), 'CREATE, TEMP')
               AS makes
      FROM pg_roles WHERE rolname = current_user`);
    expect(rows).toEqual([{ powerful: false, makes: false }]);
    const { rows: owned } = await app.query(`
      SELECT relname FROM pg_class WHERE pg_has_role(relowner, 'MEMBER')
      UNION ALL SELECT proname FROM pg_proc WHERE pg_has_role(proowner, 'MEMBER')`);
    expect(owned).toEqual([]);
  });

  test("no function or view lends it another's rights", async () => {
    expect(
      await names(`
        SELECT proname::text AS name FROM pg_proc
        WHERE prosecdef AND pronamespace = 'public'::regnamespace
        UNION ALL SELECT relname::text FROM pg_class
        WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
          AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)`),
    ).toEqual([]);
  });

  test("it may empty no table, switch no trigger off and change no key or owner of a row", async () => {
    const { rows } = await app.query(`
      SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
        AND has_table_privilege(oid, 'TRUNCATE, TRIGGER, REFERENCES')
      UNION ALL
      SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
        AND attname IN ('id', 'organisation_id', 'person_id', 'role', 'assessment_id', 'framework_version', 'token_hash')
        AND has_column_privilege(c.oid, a.attnum, 'UPDATE')`);
    expect(rows).toEqual([]);
  });

  test.each(appendOnly)("it may add to %s, and neither change nor delete in it", async (table) => {
    const { rows } = await app.query(
      `SELECT has_any_column_privilege($1, 'INSERT') AS adds,
              has_any_column_privilege($1, 'UPDATE') OR has_table_privilege($1, 'DELETE') AS changes`,
      [table],
    );
    expect(rows).toEqual([{ adds: true, changes: false }]);
  });

  test("it can neither date an event back nor choose its place", async () => {
    const { rows } = await app.query(`
      SELECT has_column_privilege('audit_event', 'at', 'INSERT') OR has_column_privilege('audit_event', 'id', 'INSERT')
             OR has_column_privilege('answer_revision', 'id', 'INSERT') AS chooses`);
    expect(rows).toEqual([{ chooses: false }]);
  });
});

describe("somebody wants the record changed", () => {
  const attempts = ["audit_event", "answer_revision", "snapshot", "access_log"].flatMap((table) => [
    [table, `UPDATE ${table} SET organisation_id = organisation_id`],
    [table, `DELETE FROM ${table}`],
    [table, `TRUNCATE ${table} CASCADE`],
  ]);
  const ofTheChain = ["UPDATE audit_seal SET hash = hash", "DELETE FROM audit_seal", "TRUNCATE audit_seal"];
  attempts.push(...ofTheChain.map((statement) => ["audit_seal", statement]));

  test.each([...attempts, ["audit_event", "ALTER TABLE audit_event DISABLE TRIGGER ALL"]])(
    "%s: the application is refused %s",
    async (_, statement) => {
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    },
  );

  test.each([...attempts, ["answer_revision", "TRUNCATE assessment CASCADE"]])(
    "%s: the owner of the tables as well is refused %s",
    async (table, statement) => {
      const refusal = await owner.query(statement).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DatabaseError);
      expect(refusal).toMatchObject({
        code: "55000",
        message: expect.stringContaining(` on ${table} is refused`),
      });
    },
  );
});
