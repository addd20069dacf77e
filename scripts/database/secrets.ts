import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Secrets of a built-in database, made once per data folder and readable by its owner alone. */
export type Secrets = {
  superuser: string;
  owner: string;
  app: string;
  /** What the session cookies of a service on this database are sealed with. */
  cookies: string;
};

const names = ["superuser", "owner", "app", "cookies"] as const;

/** The secrets of a data folder; those it does not have yet are made, the others stay what they are. */
export function secretsIn(folder: string): Secrets {
  const file = join(folder, "passwords.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
  const secrets = Object.fromEntries(names.map((name) => [name, kept[name] ?? newSecret()])) as Secrets;
  if (names.some((name) => !kept[name])) {
    // Written beside and renamed, so that a half-written file is never read.
    writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}

/** 32 random bytes in characters that need no quoting anywhere. */
function newSecret(): string {
  return randomBytes(32).toString("hex");
}
