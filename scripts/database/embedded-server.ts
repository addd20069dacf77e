import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { appRole } from "./app-role";
import { type Binaries, findBinaries } from "./binaries";
import { withConnection } from "./connection";
import { checkout, dataHome } from "./place";
import { clearDeadNote, findPostmaster, freePort } from "./postmaster";
import { runProgram } from "./run-program";
import { type Secrets, secretsIn } from "./secrets";
import { type ServerAccount, serverAccount } from "./server-account";
import { countUses, inTurn, noteUse } from "./turn";

const majorVersion = "18";
const startSeconds = 60;
/** After a kill, workers of the dead server may hold its memory for some seconds. */
const retrySeconds = 6;
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

type Cluster = {
  folder: string;
  data: string;
  account: ServerAccount | null;
  binaries: Binaries;
  secrets: Secrets;
};

/**
 * Starts the built-in server called `name`, each with a data folder of its own, or attaches to it when it
 * runs already. Throws with what to do when it cannot.
 */
export async function startEmbedded(name: string): Promise<EmbeddedServer> {
  const cluster = openCluster(name);
  const { port, endUse } = await inTurn(cluster.folder, async () => {
    const running = await ensureRunning(cluster);
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
        if (countUses(cluster.folder) === 0) await stop(cluster);
      }),
  };
}

/** Stops the server called `name` whoever uses it. Returns false when it was not running. */
export async function stopEmbedded(name: string): Promise<boolean> {
  const cluster = openCluster(name);
  return inTurn(cluster.folder, () => stop(cluster));
}

/** Whether the server called `name` died without being stopped, and is still down. */
export function hasDied(name: string): boolean {
  const data = join(dataHome(serverAccount()), name, "data");
  return existsSync(join(data, "postmaster.pid")) && !findPostmaster(data);
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

async function ensureRunning(cluster: Cluster): Promise<number> {
  const { data } = cluster;
  if (!existsSync(data)) await initialise(cluster);
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version !== majorVersion) {
    throw new Error(
      `${cluster.folder} was made by PostgreSQL ${version}; this version brings ${majorVersion}. ` +
        "It holds demonstration, development or test data only: delete the folder and run the command again.",
    );
  }
  const deadline = Date.now() + startSeconds * 1000;
  for (let found = findPostmaster(data); found; found = findPostmaster(data)) {
    if (found.ready) return found.port;
    if (Date.now() > deadline)
      throw new Error(`The database (process ${found.pid}) is not getting ready.\n${logOf(data)}`);
    await pause(100);
  }
  clearDeadNote(data);
  return start(cluster);
}

/** Fills a folder beside the data folder and renames it, so that what is there is always whole. */
async function initialise({ folder, data, account, binaries, secrets }: Cluster): Promise<void> {
  const unfinished = `${data}.new`;
  const passwordFile = join(folder, "password.new");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await runProgram(
      binaries.initdb,
      [
        ...["--pgdata", unfinished, "--username", "postgres", "--pwfile", passwordFile],
        ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"],
        ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
      ],
      { account, cwd: folder, timeoutSeconds: 120 },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
}

async function start({ folder, data, account, binaries }: Cluster): Promise<number> {
  const portFile = join(folder, "port");
  const lastPort = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : 0;
  const deadline = Date.now() + retrySeconds * 1000;
  for (;;) {
    // The same port again where it is free: programs that outlived the server find it back.
    const port = await freePort(lastPort);
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
    try {
      await runProgram(
        binaries.pgCtl,
        ["start", "-w", "-t", `${startSeconds}`, "-D", data, "-l", join(data, "server.log"), "-o", settings],
        { account, cwd: data, timeoutSeconds: startSeconds + 10 },
      );
      writeFileSync(portFile, `${port}`);
      return port;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(`The built-in database did not start. Its log ends:\n${logOf(data)}`, {
          cause: error,
        });
      }
      await pause(500);
    }
  }
}

async function stop({ data, account, binaries }: Cluster): Promise<boolean> {
  if (!findPostmaster(data)) return false;
  const halt = (mode: "fast" | "immediate") =>
    runProgram(binaries.pgCtl, ["stop", "-w", "-t", "20", "-D", data, "-m", mode], {
      account,
      cwd: data,
      timeoutSeconds: 30,
    });
  await halt("fast").catch(() => halt("immediate"));
  return true;
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

function logOf(data: string): string {
  const log = join(data, "server.log");
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "(there is no log)";
}
