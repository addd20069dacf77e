// Stops and starts a built-in database by hand, to see what the service does without it: `npm run db stop demo`.
import { startEmbedded, stopEmbedded } from "./database/embedded-server";
import { failPlainly } from "./fail-plainly";

const [action, name] = process.argv.slice(2);

await failPlainly(async () => {
  if ((name !== "demo" && name !== "dev") || (action !== "start" && action !== "stop")) {
    throw new Error("Say what to do with which: npm run db stop demo, npm run db start demo (or dev).");
  }
  if (action === "stop") {
    console.log((await stopEmbedded(name)) ? "The database is stopped." : "The database was not running.");
  } else {
    const { port } = await startEmbedded(name);
    console.log(`The database is running on port ${port}.`);
  }
});
