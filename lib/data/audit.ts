import "server-only";
import type { EventKind } from "@/lib/access/event-kind";
import type { Prisma } from "@/lib/generated/prisma/client";

export type AuditEvent = {
  /** Null for events of the installation: sign-in, administration. */
  organisationId: string | null;
  /** Who acted, which must be the transaction's own actor; null for the system and for failed sign-ins. */
  actorId: string | null;
  action: EventKind;
  /** Kind and id of what it was done to: "assessment:…". */
  subject: string;
  /** Ids, versions and states, before and after. Never what somebody wrote. */
  detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * Writes an event beside the change it tells of, in the same transaction: both stand or neither. The database sets
 * its time, and refuses an actor other than the one the transaction runs for.
 */
export async function record(
  tx: { auditEvent: Prisma.TransactionClient["auditEvent"] },
  event: AuditEvent,
): Promise<void> {
  // Not `create`: it reads the row back, and events of the installation are not the application's to read.
  await tx.auditEvent.createMany({ data: [{ ...event, detail: event.detail ?? {} }] });
}
