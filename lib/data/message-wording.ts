import "server-only";
import { may } from "@/lib/access/policy";
import { roleInWords } from "@/lib/access/role";
import { type CurrentUser, rolesIn } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import { messageTextsSchema, type MessageWording } from "@/lib/report/key-messages";
import type { Audience } from "@/lib/report/unnamed";
import { record } from "./audit";
import { isUniqueViolation, type TenantTransaction, withTenant } from "./tenant";

/** The messages of one signed-off care setting, worded for one audience. */
export type MessagePlace = {
  organisationId: string;
  snapshotId: string;
  careSetting: CareSetting;
  audience: Audience;
};

/** By what a wording is found among those of several snapshots. */
export function wordingKey(snapshotId: string, careSetting: string): string {
  return `${snapshotId}/${careSetting}`;
}

/** The latest wordings of these snapshots for one audience, inside a transaction that is already open. */
export async function wordingsIn(
  tx: TenantTransaction,
  organisationId: string,
  snapshotIds: readonly string[],
  audience: Audience,
): Promise<ReadonlyMap<string, MessageWording>> {
  const rows = await tx.messageWording.findMany({
    where: { organisationId, snapshotId: { in: [...snapshotIds] }, audience },
    select: { snapshotId: true, careSetting: true, version: true, texts: true, editedAt: true, byRole: true },
    orderBy: { version: "asc" },
  });
  return new Map(
    rows.map(({ snapshotId, careSetting, version, texts, editedAt, byRole }) => [
      wordingKey(snapshotId, careSetting),
      {
        version,
        texts: messageTextsSchema.parse(texts),
        editedAt,
        byRole: roleInWords(byRole),
      },
    ]),
  );
}

export type WordingOutcome = "kept" | "stale" | "not_found";

/**
 * Keeps how the messages read from now on; what is left out reads as it is drawn. Every wording stays on record.
 * `version` is the one that was open, 0 for none: `stale` where a colleague worded them since, and nothing is kept.
 */
export async function wordMessages(
  user: CurrentUser,
  place: MessagePlace,
  version: number,
  texts: MessageWording["texts"],
): Promise<WordingOutcome> {
  const { organisationId, snapshotId, careSetting, audience } = place;
  if (!may(user, "word the key messages", organisationId)) return "not_found";
  const kept = messageTextsSchema.parse(texts);
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      const snapshot = await tx.snapshot.findFirst({
        where: { organisationId, id: snapshotId, kind: "sign_off" },
        select: { id: true },
      });
      if (!snapshot) return "not_found";
      const held = await tx.messageWording.aggregate({ where: place, _max: { version: true } });
      if ((held._max.version ?? 0) !== version) return "stale";
      await tx.messageWording.create({
        data: {
          ...place,
          version: version + 1,
          texts: kept,
          editedAt: new Date(),
          byId: user.personId,
          byRole: rolesIn(user, organisationId).find((role) => role === "coordinator") ?? "digital_lead",
        },
        select: { version: true },
      });
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: "key_messages.worded",
        subject: `snapshot:${snapshotId}`,
        detail: { careSetting, audience, version: version + 1, worded: Object.keys(kept).length },
      });
      return "kept";
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "stale";
    throw error;
  }
}
