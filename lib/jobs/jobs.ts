/** Something the service does by itself, again and again, in one process at a time. */
export type Job = {
  /** Names its queue as well, so it is never changed lightly: a renamed job leaves a queue behind. */
  readonly name: string;
  /**
   * How long from one run to the next, over all processes together. A run must be safe to repeat: one cut off by a
   * killed process is not resumed, the next does what is still to be done.
   */
  readonly everySeconds: number;
  /** Does what is due at `now`. What it throws is logged, and the next run tries again. */
  run(now: Date): Promise<void>;
};

/**
 * Everything the service does by itself. `npm run db:setup` makes the queue of each. The code is loaded when it runs,
 * since set-up reads the names alone.
 */
export const jobs: readonly Job[] = [
  {
    name: "deliver-mail",
    everySeconds: 10,
    run: async (now) => void (await (await import("@/lib/mail/deliver")).deliverDue(now)),
  },
  {
    name: "send-digests",
    everySeconds: 300,
    run: async (now) => void (await (await import("@/lib/data/send-digests")).sendDigests(now)),
  },
  {
    name: "seal-audit-record",
    everySeconds: 5,
    run: async () => void (await (await import("@/lib/data/audit-seal")).sealEvents()),
  },
  {
    name: "remove-uploads",
    everySeconds: 3600,
    run: async (now) => void (await (await import("@/lib/data/uploads")).removeOldUploads(now)),
  },
];
