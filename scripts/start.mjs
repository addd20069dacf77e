// The service for real, on the database of DATABASE_URL: `npm start`, after `npm run db:setup` and `npm run build`.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isBuilt } from "./steps/build.mjs";
import { checkout, fail, run } from "./steps/run.mjs";

if (!existsSync(join(checkout, ".next", "BUILD_ID")))
  fail("There is no build yet: run `npm run build` first.");
if (!isBuilt())
  console.warn("The build is older than the sources: run `npm run build` to bring it up to date.");

const { env } = process;
const port = env.PORT || "3000";
// Without an address of its own the service is for this machine alone.
const alone = !env.APP_ORIGIN;
const host = env.HOST || (alone ? "127.0.0.1" : "0.0.0.0");
if (alone) console.log(`APP_ORIGIN is not set: serving this machine alone, on http://localhost:${port}`);

const { status } = await run(process.execPath, [join(checkout, "scripts", "serve.mjs"), host, port], {
  env: {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: host,
    PORT: port,
    // Several machines behind one address must share it, so there it has to be given.
    ...(alone && !env.AUTH_SECRET && { AUTH_SECRET: keptSecret() }),
  },
  minutes: Infinity,
});
process.exitCode = status;

function keptSecret() {
  const file = join(checkout, ".data", "auth-secret");
  if (!existsSync(file)) {
    mkdirSync(join(checkout, ".data"), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}
