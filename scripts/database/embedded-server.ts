import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { appRole } from "./app-role";
import { findBinaries } from "./binaries";
import { type Cluster, startCluster, stopCluster } from "./cluster";
import { withConnection } from "./connection";
import { checkout, dataHome } from "./place";
import { findPostmaster, wasStopped } from "./postmaster";
import { secretsIn } from "./secrets";
import { serverAccount } from "./server-account";
import { countUses, inTurn, noteUse } from "./turn";

const ownerRole = "digital_maturity_owner";

/** A built-in PostgreSQL server on 127.0.0.1. Its superuser stays in this file. */
export type EmbeddedServer = {
  port: number;
  /** Address of a database for the role that owns it: no superuser, may create databases and roles. */
  ownerUrl(database: string): string;
  /** Address of a database for the application's role, which setting a database up makes. */
  appUrl(database: string): string;
  /** What the session cookies of a service on it are sealed with. */
  cookieSecret: string;
  /** Ends this process's use; the last user stops the server. */
  release(): Promise<void>;
};

/**
 * Starts the built-in server called `name`, each with a data folder of its own, or attaches to it when it
 * runs already. Throws with what to do when it cannot.
 */
export async function startEmbedded(name: string): Promise<EmbeddedServer> {
  const cluster = openCluster(name);
  const { port, endUse } = await inTurn(cluster.folder, async () => {
    const running = await startCluster(cluster);
    await ensureOwner(cluster, running);
    return { port: running, endUse: noteUse(cluster.folder) };
  });
  const url = (role: string, secret: string) => (database: string) =>
    `postgresql://${role}:${secret}@127.0.0.1:${port}/${database}`;
  return {
    port,
    ownerUrl: url(ownerRole, cluster.secrets.owner),
    appUrl: url(appRole, cluster.secrets.app),
    cookieSecret: cluster.secrets.cookies,
    release: () =>
      inTurn(cluster.folder, async () => {
        endUse();
        if (countUses(cluster.folder) === 0) await stopCluster(cluster);
      }),
  };
}

/** Stops the server called `name` whoever uses it. Returns false when it was not running. */
export async function stopEmbedded(name: string): Promise<boolean> {
  const cluster = openCluster(name);
  return inTurn(cluster.folder, () => stopCluster(cluster));
}

/** Whether the server called `name` was ended without a proper stop (killed, or SIGQUIT), and is still down. */
export function hasDied(name: string): boolean {
  const data = join(dataHome(serverAccount()), name, "data");
  return existsSync(data) && !findPostmaster(data) && !wasStopped(data);
}

function openCluster(name: string): Cluster {
  const account = serverAccount();
  const home = dataHome(account);
  const folder = join(home, name);
  try {
    mkdirSync(folder, { recursive: true });
    const copies = home.startsWith(checkout) ? home : "/var/lib/digital-maturity";
    return {
      folder,
      data: join(folder, "data"),
      account,
      binaries: findBinaries(account, copies),
      secrets: secretsIn(folder),
    };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EACCES")) throw error;
    throw new Error(
      `${folder} belongs to another account of this machine. Run the command as that account, or delete the folder: ` +
        "it holds demonstration, development or test data only.",
      { cause: error },
    );
  }
}

async function ensureOwner({ secrets }: Cluster, port: number): Promise<void> {
  const superuserUrl = `postgresql://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres`;
  await withConnection(superuserUrl, async (superuser) => {
    const { rowCount } = await superuser.query("SELECT FROM pg_roles WHERE rolname = $1", [ownerRole]);
    if (rowCount) return;
    // One statement string is one transaction: the role is there with its rights or not at all.
    await superuser.query(
      `CREATE ROLE ${ownerRole} LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE PASSWORD '${secrets.owner}';
       GRANT pg_signal_backend TO ${ownerRole}`,
    );
  });
}
