import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, fail, run } from "./run.mjs";

/** Installs the packages of package-lock.json, unless what is there was installed from it. */
export async function installIfNeeded() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node 20.19 or later is needed; this is ${process.versions.node}. Install it from your organisation's source.`,
    );
  }
  if (isInstalled()) return;
  console.log("Installing packages (npm ci). This takes a minute or two the first time.");
  // The npm that runs this script, where one does; development packages are needed to build.
  const [program, ...before] = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const { status, printed } = await run(program, [...before, "ci", "--include=dev", "--include=optional"], {
    quiet: true,
    minutes: 20,
  });
  if (status !== 0) {
    fail(
      `${printed.trim()}\n\nThe packages could not be installed. They come from the registry of \`npm config get registry\`: ` +
        "check that this machine reaches it, then run the command again.",
    );
  }
}

/** npm notes what it installed; every package that is not optional has to be there in its locked version. */
function isInstalled() {
  const note = join(checkout, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const installed = packagesIn(note);
  return Object.entries(packagesIn(join(checkout, "package-lock.json"))).every(
    ([place, { version, optional, devOptional }]) =>
      place === "" || optional || devOptional || installed[place]?.version === version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
