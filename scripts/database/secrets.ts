import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Passwords of a built-in database, made once per data folder and readable by its owner alone. */
export type Secrets = { superuser: string; owner: string; app: string };

export function secretsIn(folder: string): Secrets {
  const file = join(folder, "passwords.json");
  if (!existsSync(file)) {
    const secrets: Secrets = { superuser: newSecret(), owner: newSecret(), app: newSecret() };
    // Written beside and renamed, so that a half-written file is never read.
    writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}

/** 32 random bytes in characters that need no quoting anywhere. */
export function newSecret(): string {
  return randomBytes(32).toString("hex");
}
