const hour = 3600;

/** How the queues are kept. A finished run stays for a while, so that each stretch of time has one run only. */
export const queueOptions = {
  archiveCompletedAfterSeconds: 25 * hour,
  deleteAfterDays: 7,
};

/**
 * How one queue behaves: at most one run waits and one is under way, and what failed is not tried again, since the
 * next run does what is still to be done. A run cut off with its process gives up its place after five minutes.
 */
export const queuePolicy = { policy: "stately", retryLimit: 0, expireInSeconds: 300 } as const;
