import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { countingConnections } from "@/lib/db";
import { keyedHash } from "./sealed-text";

const minute = 60;

/**
 * What is counted, how often it may be tried, and over how many seconds. A count is for all processes of the
 * installation together: it stands in the database.
 *
 * A person's own count is for networks they have never signed in from. From one they know they have tries of their
 * own, so that nobody elsewhere can lock them out; and every count ends with its time.
 */
const limits = {
  "password of a person": { points: 10, duration: 15 * minute },
  "password of a person in a known network": { points: 10, duration: 15 * minute },
  "password from a network": { points: 100, duration: 15 * minute },
  "code of a person": { points: 10, duration: 15 * minute },
  "reset for a person": { points: 3, duration: 60 * minute },
  "reset from a network": { points: 30, duration: 60 * minute },
  "change of address of a person": { points: 5, duration: 60 * minute },
  "sign-in by an issuer from a network": { points: 300, duration: 15 * minute },
  "reading by a person's programs": { points: 600, duration: minute },
  "saving by a person's programs": { points: 120, duration: minute },
  "files for a person's programs": { points: 20, duration: minute },
  "unknown token from a network": { points: 60, duration: minute },
} as const;

export type Limit = keyof typeof limits;

/**
 * `counted`: so many tries are left, and the count ends in so many seconds. `spent`: none is left for so many seconds;
 * `first` for the one try that found it so, to be put on record.
 */
export type Count =
  { kind: "counted"; left: number; seconds: number } | { kind: "spent"; seconds: number; first: boolean };

/**
 * Counts a try, before it is made. Exactly as many get through as the limit says, however many come at once and
 * through however many processes. Throws where it cannot be counted: whoever asks then refuses.
 */
export async function countTry(limit: Limit, key: string): Promise<Count> {
  try {
    const counted = await limiter(limit).consume(keyOf(key));
    return { kind: "counted", left: counted.remainingPoints, seconds: secondsOf(counted) };
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    const seconds = secondsOf(answer);
    return { kind: "spent", seconds, first: answer.consumedPoints === limits[limit].points + 1 };
  }
}

/** How many tries there are in how many seconds. */
export function allowance(limit: Limit): { points: number; duration: number } {
  return limits[limit];
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** Gives a try back that turned out right, where many share a count. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(keyOf(key));
}

/** Begins the count anew: the person has shown who they are. */
export async function forgetTries(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(keyOf(key));
}

const made = new Map<Limit, { pool: unknown; limiter: RateLimiterPostgres }>();

function limiter(limit: Limit): RateLimiterPostgres {
  const pool = countingConnections();
  const known = made.get(limit);
  if (known?.pool === pool) return known.limiter;
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    // A migration made it; the application may make none.
    tableCreated: true,
    keyPrefix: limit,
    ...limits[limit],
  });
  made.set(limit, { pool, limiter });
  return limiter;
}

/** Neither addresses nor networks stand in the table. */
function keyOf(key: string): string {
  return keyedHash("limits", key).toString("base64url");
}
