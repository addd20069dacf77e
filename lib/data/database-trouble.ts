import "server-only";
import { logger } from "@/lib/logger";

/**
 * True for an error that means the database could not be reached or answered too late, so that trying again later
 * may well work: connection refused or lost, shutting down, too many connections, a time limit. Looks into the
 * causes as well: Prisma keeps the driver's own error beneath its own, and for raw statements in `meta`.
 */
export function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  if (saysDown(error as Record<string, unknown>)) return true;
  const { cause, meta } = error as { cause?: unknown; meta?: { driverAdapterError?: unknown } };
  return isDatabaseDown(cause, depth + 1) || isDatabaseDown(meta?.driverAdapterError, depth + 1);
}

const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const SYSTEM = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "ENOENT"]);
/** SQLSTATE classes: 08 connection, 53 resources, 57 operator intervention; and a lock that was not had in time. */
const SQLSTATE = /^((08|53|57)[0-9A-Z]{3}|55P03)$/;
const WORDS =
  /DatabaseNotReachable|ConnectionClosed|SocketTimeout|Can't reach database|Connection terminated|timeout exceeded when/;

function saysDown({ code, originalCode, kind, message }: Record<string, unknown>): boolean {
  return [code, originalCode, kind, message].some(
    (text) =>
      typeof text === "string" &&
      (PRISMA.has(text) || SYSTEM.has(text) || SQLSTATE.test(text) || WORDS.test(text)),
  );
}

// The build may hold this module several times over.
const kept = globalThis as { databaseAway?: (error: object) => Promise<void> };

/** Has `tell` called with the error of a database that is away, before whoever asked gets it. */
export function whenDatabaseIsAway(tell: (error: object) => Promise<void>): void {
  kept.databaseAway = tell;
}

/** The same reading or writing; an error of a database that is away is told first. */
export async function tellingWhenAway<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isDatabaseDown(error)) {
      // Whoever asked is told in words, so that nothing else of it is seen by who runs the service.
      logger().warn({ err: error }, "The database did not answer");
      await kept.databaseAway?.(error as object);
    }
    throw error;
  }
}
