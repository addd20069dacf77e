// Makes the database of DATABASE_OWNER_URL and DATABASE_URL ready, from a fresh clone in one command:
// `npm run db:setup`.
import { generateIfNeeded } from "./steps/generate.mjs";
import { installIfNeeded } from "./steps/install.mjs";
import { runScript } from "./steps/run.mjs";

await installIfNeeded();
await generateIfNeeded();
process.exitCode = (await runScript("scripts/set-up-database.ts")).status;
