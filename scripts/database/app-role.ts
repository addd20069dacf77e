import { type Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";

/** The role that migrations give rights to. The application signs in as it, or as a member of it. */
export const appRole = "digital_maturity_app";

/**
 * Makes the application's role, and the one that `appUrl` signs in with where that is another, unless they are
 * there. Throws when the latter has rights an application must not have, or is the owner itself.
 */
export async function ensureAppRole(owner: Client, appUrl: string): Promise<void> {
  const { role, password } = signInOf(appUrl);
  const login = `LOGIN PASSWORD ${escapeLiteral(password)}`;
  await ensureRole(owner, appRole, role === appRole ? login : "NOLOGIN");
  if (role === appRole) return;
  await ensureRole(owner, role, login);
  const { rows } = await owner.query("SELECT pg_has_role($1, $2, 'USAGE') AS member", [role, appRole]);
  if (!rows[0].member) await owner.query(`GRANT ${appRole} TO ${escapeIdentifier(role)}`);
}

/** Lets the application's role into this database, and nobody else who was not named. */
export async function letAppRoleIn(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
  const database = rows[0]?.name;
  // One statement string is one transaction: nobody ever sees half of it.
  await owner.query(
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC;
     GRANT CONNECT ON DATABASE ${database} TO ${appRole};
     GRANT SELECT ON _prisma_migrations TO ${appRole}`,
  );
}

type KnownRole = { rolsuper: boolean; rolbypassrls: boolean; is_owner: boolean };

async function ensureRole(owner: Client, role: string, login: string): Promise<void> {
  const { rows } = await owner.query<KnownRole>(
    "SELECT rolsuper, rolbypassrls, rolname = current_user AS is_owner FROM pg_roles WHERE rolname = $1",
    [role],
  );
  const [known] = rows;
  if (!known) return makeRole(owner, role, login);
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

async function makeRole(owner: Client, role: string, login: string): Promise<void> {
  // Asked first: a refused statement would stand in the server's log with the password in it.
  const { rows } = await owner.query<{ may: boolean }>(
    "SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user",
  );
  if (!rows[0]?.may) {
    throw new Error(
      `The role "${role}" does not exist, and the role of DATABASE_OWNER_URL may not make roles. ` +
        `Have an administrator run ALTER ROLE … CREATEROLE for the owner, or CREATE ROLE ${escapeIdentifier(role)}.`,
    );
  }
  try {
    await owner.query(
      `CREATE ROLE ${escapeIdentifier(role)} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION ${login}`,
    );
  } catch (error) {
    // Roles belong to the server: the set-up of another of its databases may have made it in the meantime.
    if (!(error instanceof DatabaseError && ["42710", "23505"].includes(error.code ?? ""))) throw error;
  }
}

function signInOf(appUrl: string): { role: string; password: string } {
  const { username, password } = new URL(appUrl);
  if (!username || !password) {
    throw new Error(
      "DATABASE_URL must name the application's role and its password: postgresql://role:password@host/database",
    );
  }
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}
