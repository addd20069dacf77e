import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
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

function listen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
