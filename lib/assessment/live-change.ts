import type { AnswerStatus } from "./status";

/** What a colleague just did to one answer, as the live stream tells it; never what they wrote. */
export type LiveChange = {
  capabilityId: string;
  scope: string;
  version: number;
  status: AnswerStatus;
  level: { low: number; high: number };
  /** The name of who saved it. */
  by: string;
  /** When, as an ISO timestamp. */
  at: string;
};
