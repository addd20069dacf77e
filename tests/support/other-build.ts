import { createHash } from "node:crypto";
import {
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { checkout } from "@/scripts/database/place";

/** What one build knows by another name than the next. */
type Names = ReadonlyMap<string, string>;

/**
 * The build of this checkout as a later one: with an id of its own, and, where `actions` are new, each server action
 * under another name, as after its file was moved. Nothing else of it differs, and no build is made: that takes minutes.
 * Gives the folder to start it from, to be removed afterwards.
 */
export function laterBuild({ actions }: { actions: "same" | "new" }): string {
  mkdirSync(join(checkout, ".data"), { recursive: true });
  const folder = mkdtempSync(join(checkout, ".data", "later-build-"));
  for (const entry of readdirSync(checkout)) {
    if ([".next", ".data", ".git"].includes(entry)) continue;
    // Files to be served are looked for in a folder, not behind a link to one.
    if (entry === "public") cpSync(join(checkout, entry), join(folder, entry), { recursive: true });
    else symlinkSync(join(checkout, entry), join(folder, entry));
  }
  const id = readFileSync(join(checkout, ".next", "BUILD_ID"), "utf8");
  const renamed = actions === "new" ? actionsOfBuild().map((name) => [name, otherName(name)] as const) : [];
  copyRenamed(".next", folder, new Map([[id, [...id].reverse().join("")], ...renamed]));
  return folder;
}

export function removeBuild(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function actionsOfBuild(): string[] {
  const file = join(checkout, ".next", "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, unknown> };
  return Object.keys(node);
}

/** As long, and of the same kind: its first byte says how it takes its arguments. */
function otherName(action: string): string {
  return action.slice(0, 2) + createHash("sha1").update(action).digest("hex");
}

/** Files that say none of the names are linked, which costs nothing; a build is hundreds of megabytes. */
function copyRenamed(path: string, folder: string, names: Names): void {
  const [from, to] = [join(checkout, path), join(folder, rename(path, names))];
  const kind = lstatSync(from);
  if (kind.isDirectory()) {
    mkdirSync(to);
    const inside = readdirSync(from).filter((entry) => join(path, entry) !== join(".next", "cache"));
    for (const entry of inside) copyRenamed(join(path, entry), folder, names);
  } else if (kind.isSymbolicLink()) {
    cpSync(from, to, { verbatimSymlinks: true });
  } else {
    const text = readFileSync(from, "utf8");
    const told = /\.(js|json|html|rsc|map)$|BUILD_ID$/.test(path) ? rename(text, names) : text;
    if (told === text) linkSync(from, to);
    else writeFileSync(to, told);
  }
}

function rename(text: string, names: Names): string {
  let renamed = text;
  for (const [name, other] of names) if (renamed.includes(name)) renamed = renamed.replaceAll(name, other);
  return renamed;
}
