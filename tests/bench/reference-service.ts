import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "@/scripts/database/place";
import { withConnection } from "@/scripts/database/connection";

const sources = join(checkout, "tests", "bench", "reference");
/** Built outside the sources, where nothing looks for files of the product. */
const place = join(checkout, ".data", "bench", "reference");

/** Builds the reference application unless the build there is of the same sources. */
export async function buildReference(): Promise<void> {
  const made = hashOf(sources);
  const note = join(place, ".next", "built-from");
  if (existsSync(note) && readFileSync(note, "utf8") === made) return;
  console.log("Building the reference application.");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  cpSync(sources, place, { recursive: true });
  let printed = "";
  const child = spawn(process.execPath, [nextProgram(), "build"], { cwd: place, env: production() });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`${printed}\nThe reference application was not built.`);
  writeFileSync(note, made);
}

/** Makes the table of the references; it holds what a bare application would keep of an answer. */
export async function makeReferenceTable(ownerUrl: string, appRole: string): Promise<void> {
  await withConnection(ownerUrl, (owner) =>
    owner.query(
      `CREATE TABLE framework_version (
         framework_id text NOT NULL, version text NOT NULL, status text NOT NULL, content_hash text NOT NULL,
         document jsonb NOT NULL, stored_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
         PRIMARY KEY (framework_id, version));
       GRANT SELECT, INSERT, UPDATE ON framework_version TO ${appRole}`,
    ),
  );
}

/** Starts the reference application and waits until it serves. */
export function startReference(port: number, databaseUrl: string): Promise<ChildProcess> {
  return startProgram([nextProgram(), "start", "-H", "127.0.0.1", "-p", `${port}`], place, port, databaseUrl);
}

/** Starts the bare server and waits until it serves. */
export function startBare(port: number, databaseUrl: string): Promise<ChildProcess> {
  return startProgram([join(checkout, "tests", "bench", "bare-server.mjs")], checkout, port, databaseUrl);
}

async function startProgram(
  args: string[],
  cwd: string,
  port: number,
  databaseUrl: string,
): Promise<ChildProcess> {
  const env = { ...production(), PORT: `${port}`, REFERENCE_DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) return child;
    await pause(100);
  }
  child.kill();
  throw new Error(`A reference did not start on port ${port}.`);
}

/** Stops a program and waits for its end. */
export async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await ended;
}

function nextProgram(): string {
  return join(checkout, "node_modules", "next", "dist", "bin", "next");
}

function production(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}

function hashOf(folder: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  hash.update(readFileSync(join(checkout, "package-lock.json")));
  return hash.digest("hex");
}
