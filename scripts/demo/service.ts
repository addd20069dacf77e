import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "../database/place";

const startSeconds = 90;
/** Time to finish what is under way when stopping. */
const stopSeconds = 3;

export type Service = {
  pid: number | undefined;
  /** Settles with what the service last said when it ends by itself. */
  ended: Promise<string>;
  /** The end of what it has said so far. */
  printed(): string;
  stop(): Promise<void>;
};

/**
 * Serves a build as `npm start` does, or as its sources change, on 127.0.0.1: of this checkout, or a build that lies
 * elsewhere. Waits until it serves its first page.
 */
export async function startService(
  command: "start" | "dev",
  port: number,
  env: Record<string, string>,
  folder = checkout,
): Promise<Service> {
  const next = join(checkout, "node_modules", "next", "dist", "bin", "next");
  const program =
    command === "dev"
      ? [next, "dev", "-H", "127.0.0.1", "-p", `${port}`]
      : [join(checkout, "scripts", "serve.mjs"), "127.0.0.1", `${port}`];
  const child = spawn(process.execPath, program, {
    cwd: folder,
    env: {
      ...process.env,
      ...env,
      NODE_ENV: command === "start" ? "production" : "development",
      NEXT_TELEMETRY_DISABLED: "1",
      HOST: "127.0.0.1",
      PORT: `${port}`,
    },
    stdio: ["ignore", command === "dev" ? "inherit" : "pipe", "pipe"],
    // Ctrl-C reaches this script alone, which then stops the service and after it the database.
    detached: process.platform !== "win32",
  });
  const words = lastWords(child);
  const ended = new Promise<string>((resolve) => child.once("close", () => resolve(words().trim())));
  const service = { pid: child.pid, ended, printed: words, stop: () => stop(child, ended) };
  await Promise.race([
    answers(port),
    ended.then((words) => Promise.reject(new Error(`The service did not start.\n${words}`))),
  ]).catch(async (error: unknown) => {
    await service.stop();
    throw error;
  });
  return service;
}

/** Keeps the end of what a service says; errors are shown as well. */
function lastWords(child: ChildProcess): () => string {
  let words = "";
  const keep = (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", (chunk: Buffer) => {
    keep(chunk);
    process.stderr.write(chunk);
  });
  return () => words;
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + startSeconds * 1000;
  while (Date.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" }).catch(() => null);
    if (response) return;
    await pause(100);
  }
  throw new Error(`The service did not answer on port ${port} within ${startSeconds} seconds.`);
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), stopSeconds * 1000);
  await ended;
  clearTimeout(late);
}
