import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

// First the one that has no windows to draw, which is lighter.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium of this machine: that of CHROMIUM, the system's, or the one Playwright keeps; null where there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = [
    process.env.CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
    chromium.executablePath(),
  ];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Finds Chromium, or as root on Debian and its kin installs it from their packages. */
export function findOrInstallChromium() {
  const found = findChromium();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  console.log("Installing Chromium from the system's packages, for the browser tests.");
  const aptGet = (args, timeout) =>
    spawnSync("apt-get", args, {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      stdio: "ignore",
      timeout,
    }).status === 0;
  aptGet(["update"], 300_000);
  // Older systems have it with windows alone.
  ["chromium-headless-shell", "chromium"].some((name) =>
    aptGet(["install", "--yes", "--no-install-recommends", name], 900_000),
  );
  return findChromium();
}
