import { fillDemo } from "./demo/fill";

// Fills an empty database with the demonstration. Called by `npm run demo`; refuses a database with people in it.
const [seedHash = "by-hand"] = process.argv.slice(2);
await fillDemo(seedHash, console.log);
