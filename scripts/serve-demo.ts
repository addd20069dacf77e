// Serves the demonstration: on a build (`npm run demo`), as the sources change (`--dev`), or for one run of the browser
// tests, on a new database that is dropped afterwards (`--for-tests`).
import { withConnection } from "./database/connection";
import { dropDatabase } from "./database/databases";
import { hasDied, startEmbedded } from "./database/embedded-server";
import { freePortFrom } from "./database/postmaster";
import type { Addresses } from "./database/set-up";
import { findTestServer } from "./database/test-server";
import { prepareDemo } from "./demo/prepare-demo";
import { startService } from "./demo/service";
import { failPlainly } from "./fail-plainly";
import { putAway, whenEnding } from "./put-away";

const [mode = "--demo"] = process.argv.slice(2);
const askedPort = Number(process.env.PORT || 3000);

await failPlainly(async () => {
  try {
    await (mode === "--for-tests" ? serveForTests() : serve(mode === "--dev" ? "dev" : "demo"));
  } finally {
    await putAway();
  }
});

async function serve(name: "demo" | "dev"): Promise<void> {
  const server = await startEmbedded(name);
  whenEnding(server.release);
  // For filling it as well: the links of invitations are made with it.
  process.env.AUTH_SECRET = server.cookieSecret;
  const addresses = await prepareDemo(server, name, console.log);
  const port = await freePortFrom(askedPort);
  const service = await startService(name === "dev" ? "dev" : "start", port, settings(addresses, port));
  whenEnding(service.stop);
  bringBackWhenKilled(name);
  console.log(`\nThe demonstration is at http://localhost:${port}`);
  console.log(await whoMaySignIn(addresses));
  console.log("Ctrl-C stops it. What you type in it is kept for the next time.");
  throw new Error(`The service ended by itself.\n${await service.ended}`);
}

async function serveForTests(): Promise<void> {
  const server = await findTestServer();
  whenEnding(server.release);
  const name = `test_${process.pid}_browser`;
  whenEnding(() => dropDatabase(server.ownerUrl("postgres"), name));
  process.env.AUTH_SECRET = "only-for-tests-only-for-tests-only";
  const addresses = await prepareDemo(server, name, console.log);
  const service = await startService("start", askedPort, settings(addresses, askedPort));
  whenEnding(service.stop);
  throw new Error(`The service ended by itself.\n${await service.ended}`);
}

function settings({ appUrl }: Addresses, port: number): Record<string, string> {
  return { DATABASE_URL: appUrl, DEMO: "1", APP_ORIGIN: `http://localhost:${port}`, LOG_LEVEL: "warn" };
}

async function whoMaySignIn({ appUrl }: Addresses): Promise<string> {
  const people = await withConnection(appUrl, async (app) => {
    const { rows } = await app.query<{ id: string; name: string; job: string | null }>(
      "SELECT demo_id AS id, name, job_title AS job FROM person WHERE demo_id IS NOT NULL ORDER BY created_at, id",
    );
    return rows;
  });
  const width = Math.max(...people.map(({ id }) => id.length));
  const lines = people.map(({ id, name, job }) => `  ${id.padEnd(width)}  ${name}${job ? `, ${job}` : ""}`);
  return ["Its sign-in page has a button for each of them:", ...lines].join("\n");
}

/** A database that was stopped stays so; one that was killed is started again, on the port the service knows. */
function bringBackWhenKilled(name: string): void {
  let starting = false;
  const watch = setInterval(() => {
    if (starting || !hasDied(name)) return;
    starting = true;
    console.warn("The database was killed. Starting it again.");
    startEmbedded(name)
      .then(
        (server) => {
          whenEnding(server.release);
          console.warn("The database runs again. What was saved is there.");
        },
        (error: Error) => console.error(error.message),
      )
      .finally(() => (starting = false));
  }, 2_000);
  whenEnding(async () => clearInterval(watch));
}
