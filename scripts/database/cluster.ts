import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries";
import { clearDeadNote, findPostmaster, freePort, takesConnections } from "./postmaster";
import { runProgram } from "./run-program";
import type { Secrets } from "./secrets";
import type { ServerAccount } from "./server-account";

const majorVersion = "18";
const startSeconds = 60;
/** After a kill, workers of the dead server may hold its memory for some seconds. */
const retrySeconds = 6;

/** A data folder with what it takes to run a server on it. */
export type Cluster = {
  folder: string;
  data: string;
  account: ServerAccount | null;
  binaries: Binaries;
  secrets: Secrets;
};

/** Starts the server of a data folder, which is filled first when it is new; returns the port it listens on. */
export async function startCluster(cluster: Cluster): Promise<number> {
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
    if (found.ready && (await takesConnections(found.port))) return found.port;
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

/** Stops the server of a data folder. Returns false when it was not running. */
export async function stopCluster({ data, account, binaries }: Cluster): Promise<boolean> {
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

function logOf(data: string): string {
  const log = join(data, "server.log");
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "(there is no log)";
}
