import { existsSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { isRunning } from "./turn";

/** A running server as it notes itself in its data folder. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server running on a data folder, or null. The note of a server that was killed is no server. */
export function findPostmaster(data: string): Postmaster | null {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!pid || !isRunning(pid) || programOf(pid) !== "postgres") return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Where PostgreSQL's control file says what state its server was left in, and the two that mean a proper stop. */
const STATE_AT = 16;
const STOPPED = [1, 2];

/** Whether the last server on a data folder was stopped properly. One that was killed left its note of being at work. */
export function wasStopped(data: string): boolean {
  return STOPPED.includes(readFileSync(join(data, "global", "pg_control")).readInt32LE(STATE_AT));
}

/** Whether anybody takes connections on a port. A server that was just killed takes none while its process is still there. */
export function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => socket.destroy());
    socket.once("error", () => undefined);
    socket.once("close", (hadError) => resolve(!hadError));
  });
}

/**
 * Removes the note of a killed server where its number still means something: a dead process nobody cleared
 * away, or by now another program (a restarted container). PostgreSQL would take that for a server and
 * refuse to start. Whether the dead server's workers are gone PostgreSQL finds out by itself.
 */
export function clearDeadNote(data: string): void {
  const file = join(data, "postmaster.pid");
  if (existsSync(file) && !findPostmaster(data)) rmSync(file, { force: true });
}

function programOf(pid: number): string {
  const note = `/proc/${pid}/comm`;
  // Elsewhere than on Linux the number alone has to do.
  return existsSync(note) ? readFileSync(note, "utf8").trim() : "postgres";
}

/** A port of the loopback interface nobody listens on: the preferred one where it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const port = await listen(preferred);
  return port ?? (await listen(0)) ?? Promise.reject(new Error("No port of 127.0.0.1 is free."));
}

/** The first free port from a given one on, under both names of the loopback interface. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < Math.min(first + 100, 65536); port += 1) {
    if ((await listen(port)) && (await listen(port, "::1"))) return port;
  }
  throw new Error(`No port from ${first} on is free. Name another: PORT=4000`);
}

function listen(port: number, host = "127.0.0.1"): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    // Where a machine has no such address, nobody can be listening on it.
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" ? port : null),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
