/**
 * True for an error that means the database could not be reached or answered too late, so that trying again later
 * may well work: connection refused or lost, shutting down, too many connections, a time limit.
 */
export function isDatabaseDown(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause && depth < 5; depth += 1) {
    if (saysDown(cause)) return true;
    cause = (cause as { cause?: unknown }).cause;
  }
  return false;
}

const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const SYSTEM = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "ENOENT"]);
/** SQLSTATE classes: 08 connection, 53 resources, 57 operator intervention. */
const SQLSTATE = /^(08|53|57)[0-9A-Z]{3}$/;
const WORDS =
  /DatabaseNotReachable|ConnectionClosed|SocketTimeout|Connection terminated|timeout exceeded when/;

function saysDown(cause: unknown): boolean {
  const { code, originalCode, kind, message } = cause as Record<string, unknown>;
  return [code, originalCode, kind, message].some(
    (text) =>
      typeof text === "string" &&
      (PRISMA.has(text) || SYSTEM.has(text) || SQLSTATE.test(text) || WORDS.test(text)),
  );
}
