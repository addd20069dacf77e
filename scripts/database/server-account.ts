import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The account of the operating system that runs the database server instead of root. */
export type ServerAccount = { name: string; uid: number; gid: number };

/**
 * The account the server must run under: null when the caller's own will do. PostgreSQL refuses root, so
 * root drops to `postgres` or, where there is none, to `nobody`.
 */
export function serverAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n").map(accountOf);
  const account = ["postgres", "nobody"]
    .map((name) => accounts.find((known) => known?.name === name && known.uid !== 0))
    .find((known) => known);
  if (account) return account;
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither an account `postgres` nor `nobody` to run it. " +
      "Add one (useradd --system postgres), or run the command as an ordinary user.",
  );
}

function accountOf(line: string): ServerAccount | null {
  const [name, , uid, gid] = line.split(":");
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/** Whether the account can enter a folder, or run a file; asked of the machine, so every kind of permission counts. */
export function canReach(account: ServerAccount | null, path: string): boolean {
  if (!account) return true;
  const { status } = spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", path], {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}
