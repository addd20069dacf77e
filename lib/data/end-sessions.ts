import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";

/**
 * Ends every session of a person, inside the transaction of its cause, from their next request on. Returns how many
 * there were. Who may is the caller's to ask.
 */
export async function endSessionsIn(
  tx: Pick<Prisma.TransactionClient, "session" | "auditEvent">,
  actorId: string | null,
  personId: string,
  now: Date,
): Promise<number> {
  const open = await tx.session.findMany({ where: { personId, endedAt: null }, select: { id: true } });
  await tx.session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
  for (const { id } of open) {
    await record(tx, { organisationId: null, actorId, action: "session.ended", subject: `session:${id}` });
  }
  return open.length;
}
