import { type Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";

/**
 * Tables the application adds to and reads, and may never change: what happened stays what happened.
 * Triggers say the same; this holds even where a trigger is forgotten.
 */
const appendOnly = ["answer_revision", "audit_event", "snapshot"];

/**
 * Makes the application's role, named and given its password by `appUrl`, unless it is there. Throws when it
 * has rights an application must not have, or is the owner itself.
 */
export async function ensureAppRole(owner: Client, appUrl: string): Promise<void> {
  const { role, password } = roleOf(appUrl);
  const { rows } = await owner.query<{ rolsuper: boolean; rolbypassrls: boolean; is_owner: boolean }>(
    "SELECT rolsuper, rolbypassrls, rolname = current_user AS is_owner FROM pg_roles WHERE rolname = $1",
    [role],
  );
  const [known] = rows;
  if (!known) return makeRole(owner, role, password);
  if (known.is_owner) {
    throw new Error(
      `DATABASE_OWNER_URL and DATABASE_URL both name the role "${role}". The application needs a role of its ` +
        "own, which owns nothing: give DATABASE_URL another name and a password; it is made if it is missing.",
    );
  }
  if (known.rolsuper || known.rolbypassrls) {
    throw new Error(
      `The role "${role}" of DATABASE_URL is a superuser or may bypass row-level security, so one trust could ` +
        `see another's data. Name another role, or run: ALTER ROLE ${escapeIdentifier(role)} NOSUPERUSER NOBYPASSRLS`,
    );
  }
}

/** Gives the application's role what it needs on the tables as they are now, and nothing more. */
export async function grantToAppRole(owner: Client, appUrl: string): Promise<void> {
  const role = escapeIdentifier(roleOf(appUrl).role);
  const { rows } = await owner.query<{ name: string }>("SELECT current_database() AS name");
  const database = escapeIdentifier(rows[0]?.name ?? "");
  const { rows: tables } = await owner.query<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname = ANY($1)",
    [appendOnly],
  );
  // One statement string is one transaction: nobody ever sees half of it.
  await owner.query(
    [
      `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
      `GRANT CONNECT ON DATABASE ${database} TO ${role}`,
      "REVOKE ALL ON SCHEMA public FROM PUBLIC",
      `GRANT USAGE ON SCHEMA public TO ${role}`,
      `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
      ...tables.map(({ relname }) => `REVOKE UPDATE, DELETE ON ${escapeIdentifier(relname)} FROM ${role}`),
      `REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role}`,
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    ].join(";\n"),
  );
}

async function makeRole(owner: Client, role: string, password: string): Promise<void> {
  // Asked first: a refused statement would stand in the server's log with the password in it.
  const { rows } = await owner.query<{ may: boolean }>(
    "SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user",
  );
  if (!rows[0]?.may) {
    throw new Error(
      `The role "${role}" of DATABASE_URL does not exist, and the role of DATABASE_OWNER_URL may not make roles. ` +
        `Have an administrator run: CREATE ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…'`,
    );
  }
  try {
    await owner.query(
      `CREATE ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
       PASSWORD ${escapeLiteral(password)}`,
    );
  } catch (error) {
    // Another set-up made it in the meantime.
    if (!(error instanceof DatabaseError && (error.code === "42710" || error.code === "23505"))) throw error;
  }
}

function roleOf(appUrl: string): { role: string; password: string } {
  const { username, password } = new URL(appUrl);
  if (!username || !password) {
    throw new Error(
      "DATABASE_URL must name the application's role and its password: postgresql://role:password@host/database",
    );
  }
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}
