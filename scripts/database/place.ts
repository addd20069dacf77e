import { createHash } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { canReach, type ServerAccount } from "./server-account";

/** The folder of this checkout; scripts run from it through npm, or from anywhere. */
export const checkout = resolve(import.meta.dirname, "../..");

/**
 * The folder that holds the built-in databases: `.data` in the checkout. Run by root under a closed home, where
 * the server's account cannot get in, it is a folder of this checkout's own under /var/lib.
 */
export function dataHome(account: ServerAccount | null): string {
  const home = canReach(account, checkout) ? join(checkout, ".data") : sharedPlace();
  mkdirSync(home, { recursive: true });
  // Root's umask may have closed it to the server's account. What is secret inside is closed by itself.
  if (account) chmodSync(home, 0o755);
  return home;
}

function sharedPlace(): string {
  const mark = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  return join("/var/lib/digital-maturity", mark);
}
