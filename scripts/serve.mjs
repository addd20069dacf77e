// Serves a build from several processes that share one port: `node scripts/serve.mjs HOST PORT`. A process of Node works
// on one processor, so there are as many as the machine has, up to four, unless WEB_CONCURRENCY says how many.
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Each keeps connections to the database and some 300 MB: more of them is a choice. */
const MOST_UNLESS_SAID = 4;
/** Longer than proxies keep a connection that nothing goes over (60 seconds): one of theirs is never closed under them. */
const KEEP_ALIVE = 65_000;
/** How long before a process that ended is followed by another, in milliseconds. */
const REST = 1_000;

const [host, port] = process.argv.slice(2);
const processes = wantedProcesses(process.env.WEB_CONCURRENCY);
let ending = false;
let served = false;

cluster.setupPrimary({
  exec: join(import.meta.dirname, "..", "node_modules", "next", "dist", "bin", "next"),
  args: ["start", "-H", host, "-p", port, "--keepAliveTimeout", String(KEEP_ALIVE)],
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, endAll);

cluster.once("message", (_, said) => {
  if (said !== "serving") return;
  served = true;
  // Only once the first serves: whatever keeps the service from starting is then said once.
  for (let more = 1; more < processes; more += 1) cluster.fork();
});

cluster.on("exit", async ({ process: { pid } }, code, signal) => {
  if (ending || !served) {
    if (Object.keys(cluster.workers).length === 0) process.exit(code ?? 1);
    return;
  }
  console.error(`Process ${pid} of the service ended (${signal ?? code}). Another takes its place.`);
  await pause(REST);
  if (!ending) cluster.fork();
});

cluster.fork();

/** Each answers what it has begun, then goes; the last takes this process with it. */
function endAll() {
  ending = true;
  for (const worker of Object.values(cluster.workers)) worker.process.kill("SIGTERM");
}

function wantedProcesses(said) {
  if (!said) return Math.min(availableParallelism(), MOST_UNLESS_SAID);
  const count = Number(said);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  console.error("WEB_CONCURRENCY must be a whole number from 1 to 64: how many processes serve.");
  process.exit(1);
}
