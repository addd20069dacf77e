// The service as you change it, on demonstration data of its own: `npm run dev`.
import { generateIfNeeded } from "./steps/generate.mjs";
import { installIfNeeded } from "./steps/install.mjs";
import { runScript } from "./steps/run.mjs";

await installIfNeeded();
await generateIfNeeded();
process.exitCode = (await runScript("scripts/serve-demo.ts", ["--dev"], { minutes: Infinity })).status;
