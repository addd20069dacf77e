import "server-only";
import type { EventKind } from "@/lib/access/event-kind";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { type TenantTransaction, withTenant } from "./tenant";

type Stamp = { version: number; changedAt: Date; changedById: string };

/** A table with one row for each organisation, which counts its versions. */
type OnlyRows<Values> = {
  createMany(args: {
    data: (Values & Stamp & { organisationId: string })[];
    skipDuplicates: true;
  }): PromiseLike<{ count: number }>;
  updateMany(args: {
    where: { organisationId: string; version: number };
    data: Values & Stamp;
  }): PromiseLike<{ count: number }>;
};

type Save<Values> = {
  table: (tx: TenantTransaction) => OnlyRows<Values>;
  organisationId: string;
  /** The version that was read; 0 where there was none. */
  version: number;
  values: Values;
  event: EventKind;
};

/**
 * Saves the one row that an organisation has of something, and the event beside it, unless somebody changed it since
 * `version` was read: then nothing is written. Of two people who save the first at once the second is told so too. Whose
 * it is to change was asked before.
 */
export function keepOnlyRow<Values>(
  user: CurrentUser,
  { table, organisationId, version, values, event }: Save<Values>,
): Promise<"kept" | "stale"> {
  const stamped = { ...values, version: version + 1, changedAt: new Date(), changedById: user.personId };
  return withTenant(user, { write: organisationId }, async (tx) => {
    const rows = table(tx);
    const { count } =
      version === 0
        ? await rows.createMany({ data: [{ organisationId, ...stamped }], skipDuplicates: true })
        : await rows.updateMany({ where: { organisationId, version }, data: stamped });
    if (count === 0) return "stale";
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: event,
      subject: `organisation:${organisationId}`,
      detail: { version: version + 1 },
    });
    return "kept";
  });
}
