import "server-only";
import { isDemo, listenAddress } from "@/lib/env";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Installation, installation } from "./installation";
import { publishedReasons } from "./published-check";
import { statement } from "./tenant";

/** What the database says of the role connected and of itself. Rights count when held through another role too. */
export type DatabaseFacts = {
  version: number;
  role: string;
  superuser: boolean;
  bypassesRls: boolean;
  /** How many things of the server the role owns. */
  owns: number;
  synchronousCommit: string;
  fsync: string;
  fullPageWrites: string;
};

/**
 * Why this process must not serve, each with its remedy; an empty list when it may. It must not when the
 * database's role could see past row-level security or change tables, when an acknowledged save could be lost in
 * a power cut, when a demonstration and real data would mix (design: data access, demo), or when a published
 * framework is no longer what was published. Throws when the database cannot be reached.
 */
export async function reasonsNotToServe(): Promise<string[]> {
  return [
    ...databaseReasons(await databaseFacts()),
    ...demoReasons(await installation()),
    ...(await publishedReasons()),
  ];
}

/** What is wrong with the role or the server, the worst first. */
export function databaseReasons(facts: DatabaseFacts): string[] {
  const { role, owns } = facts;
  const safeguards = {
    synchronous_commit: facts.synchronousCommit,
    fsync: facts.fsync,
    full_page_writes: facts.fullPageWrites,
  };
  const off = Object.entries(safeguards).filter(([, value]) => value === "off");
  return [
    facts.superuser && `The role "${role}" of DATABASE_URL is a superuser: name one that is not.`,
    facts.bypassesRls &&
      `The role "${role}" of DATABASE_URL may bypass row-level security: name one that may not.`,
    owns > 0 &&
      `The role "${role}" of DATABASE_URL owns parts of the database (${owns}): name one that owns none.`,
    facts.version < 150000 && "The database server is older than PostgreSQL 15.",
    ...off.map(([name]) => `${name} is off in the database: a save could be lost after it was acknowledged.`),
  ].filter((reason) => reason !== false);
}

/** The fixes of known holes, by major version (design 5, test catalogue SC-1). */
const FIXED_IN: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 };

/** What to do where the server is a version with known holes, given as the number it calls itself by; else null. */
export function serverAdvice(version: number): string | null {
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  const fixed = FIXED_IN[major];
  if (fixed === undefined || minor >= fixed) return null;
  return `PostgreSQL ${major}.${minor} has known holes: bring the database server to ${major}.${fixed} or later.`;
}

/** The same of the server that is connected. */
export async function adviceOnServer(): Promise<string | null> {
  return serverAdvice((await databaseFacts()).version);
}

async function databaseFacts(): Promise<DatabaseFacts> {
  const [facts] = await statement<DatabaseFacts>(Prisma.sql`
    SELECT current_setting('server_version_num')::int AS version,
           current_user::text AS role,
           bool_or(held.rolsuper) AS superuser,
           bool_or(held.rolbypassrls) AS "bypassesRls",
           (SELECT count(*)::int FROM pg_shdepend owned
             WHERE owned.refclassid = 'pg_authid'::regclass AND owned.deptype = 'o'
               AND pg_has_role(current_user, owned.refobjid, 'MEMBER')) AS owns,
           current_setting('synchronous_commit') AS "synchronousCommit",
           current_setting('fsync') AS fsync,
           current_setting('full_page_writes') AS "fullPageWrites"
      FROM pg_roles held
     WHERE pg_has_role(current_user, held.oid, 'MEMBER')`);
  if (!facts) throw new Error("The database does not say who is connected.");
  return facts;
}

function demoReasons({ kind }: Installation): string[] {
  const marked = kind === "demo";
  if (!isDemo()) {
    return marked ? ["The database holds the demonstration: use `npm run demo`, or another database."] : [];
  }
  return [
    !marked && "DEMO is set, but the database is not marked as a demonstration: use `npm run demo`.",
    listenAddress() !== "127.0.0.1" && "A demonstration listens on 127.0.0.1 only: use `npm run demo`.",
  ].filter((reason) => reason !== false);
}
