import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { openChangeChannel } from "./data/change-channel";
import { isDatabaseDown } from "./data/database-trouble";
import { adviceOnServer, reasonsNotToServe } from "./data/start-up-check";
import { checkSettings } from "./env";
import { noteServedBuild } from "./http/build";
import { guardDoubledSlashes } from "./http/doubled-slashes";
import { goQuietly } from "./http/go-quietly";
import { noteSocketAddresses } from "./http/socket-address";
import { startJobs } from "./jobs/runner";
import { logger } from "./logger";

/** How long a process waits for its database when both are started together. */
const patienceSeconds = 60;

/**
 * Lets the server begin, or ends the process with every reason why it must not serve: settings, the rights of the
 * database's role, durability, a demonstration mixed with real data. Every process that serves does jobs as well.
 */
export async function beginOrExit(): Promise<void> {
  try {
    checkSettings();
    const reasons = await askDatabase();
    if (reasons.length === 0) return await begin();
    console.error(`The service does not start:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  process.exit(1);
}

async function begin(): Promise<void> {
  const advice = await adviceOnServer();
  if (advice) logger().warn(advice);
  noteServedBuild();
  noteSocketAddresses();
  guardDoubledSlashes();
  openChangeChannel();
  goQuietly();
  const runner = startJobs();
  // Next itself ends the process once the requests under way are answered.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void runner.stop());
  // For scripts/serve.mjs, which starts the others once one serves.
  process.send?.("serving");
}

async function askDatabase(): Promise<string[]> {
  const deadline = Date.now() + patienceSeconds * 1000;
  for (;;) {
    try {
      return await reasonsNotToServe();
    } catch (error) {
      if (!isDatabaseDown(error) || Date.now() > deadline) throw error;
      logger().warn("The database does not answer yet; trying again");
      await pause(2000);
    }
  }
}
