// The demonstration on this machine, from an empty clone in one command: `npm run demo`.
import { build, isBuilt } from "./steps/build.mjs";
import { generateIfNeeded } from "./steps/generate.mjs";
import { installIfNeeded } from "./steps/install.mjs";
import { fail, runScript } from "./steps/run.mjs";

await installIfNeeded();
await generateIfNeeded();
if (!isBuilt()) {
  console.log("Building the service. This takes a minute or two the first time.");
  const { status, printed } = await build();
  if (status !== 0) fail(`${printed.trim()}\n\nThe build failed.`);
}
process.exitCode = (await runScript("scripts/serve-demo.ts", [], { minutes: Infinity })).status;
