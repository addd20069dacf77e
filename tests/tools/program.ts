import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program of this machine, by any of its names. Throws naming it and its package when there is none. */
export function program(names: readonly string[], debianPackage: string): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found) return found;
  throw new Error(`${names[0]} is not on this machine. Install it: apt-get install ${debianPackage}`);
}

/** Runs a program to its end; its own words are in the error when it fails. */
export function runToEnd(file: string, args: readonly string[]): string {
  return execFileSync(file, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 110_000 });
}
