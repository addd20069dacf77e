// Builds the service for production: `npm run build`.
import { build } from "./steps/build.mjs";
import { generateIfNeeded } from "./steps/generate.mjs";
import { installIfNeeded } from "./steps/install.mjs";
import { fail } from "./steps/run.mjs";

await installIfNeeded();
await generateIfNeeded();
const { status, printed } = await build();
if (status !== 0) fail(`${printed.trim()}\n\nThe build failed.`);
console.log("Built. Start it with `npm start`.");
