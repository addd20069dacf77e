import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const checkout = resolve(import.meta.dirname, "../..");

/** Programs started here that still run: they are stopped with the script. */
const running = new Set();
let stopping = false;

function stopAll() {
  stopping = true;
  if (running.size === 0) process.exit(0);
  // Each puts its own things away; the script ends when the last has.
  for (const child of running) child.kill("SIGTERM");
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopAll);

// Stopped from outside, npm tells its shell and the shell tells nobody: then only the missing parent shows it.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent && !stopping) stopAll();
  }, 500).unref();
}

/**
 * Runs a program to its end; gives back its exit status (a signal counts as 1) and, unless it writes to the
 * terminal itself, what it printed. It is killed when it takes longer than `minutes`.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, minutes?: number }} [options]
 * @returns {Promise<{ status: number, printed: string }>}
 */
export function run(program, args, { env = process.env, quiet = false, minutes = 60 } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: checkout,
      env,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      // npm is a batch file on Windows.
      shell: process.platform === "win32" && program === "npm",
    });
    running.add(child);
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (printed += chunk));
    const timer =
      Number.isFinite(minutes) &&
      setTimeout(() => {
        printed += `\nStopped after ${minutes} minutes.\n`;
        child.kill("SIGKILL");
      }, minutes * 60_000);
    const end = (status, more = "") => {
      clearTimeout(timer);
      running.delete(child);
      if (stopping && running.size === 0) process.exit(0);
      done({ status, printed: printed + more });
    };
    child.once("error", (error) => end(1, error.message));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** Runs a program of an installed package with this Node. */
export function runBin(file, args, options) {
  return run(process.execPath, [resolve(checkout, "node_modules", file), ...args], options);
}

/** Runs a TypeScript file of this project: `server-only` means the server's side here. */
export function runScript(file, args = [], options) {
  return run(process.execPath, ["--conditions=react-server", "--import", "tsx", file, ...args], options);
}

/** Ends the script with what went wrong and what to do about it. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}
