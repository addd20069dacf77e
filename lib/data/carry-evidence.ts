import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { record } from "./audit";
import type { TenantTransaction } from "./tenant";

type NextRound = {
  /** What capabilities of the last round became in this one, by their older id. */
  became: ReadonlyMap<string, readonly string[]>;
  to: Framework;
  careSettings: readonly CareSetting[];
};

/**
 * Lets evidence speak for a question under the id it has in a newer framework version as well: where one was split for
 * each part, where several became one for that one. It goes on speaking under the older id, for the round that was
 * answered with it and may be opened again.
 */
export async function carryEvidence(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { became, to, careSettings }: NextRound,
): Promise<void> {
  const links = await tx.evidenceLink.findMany({
    where: { organisationId, capabilityId: { in: [...became.keys()] }, evidence: { removedAt: null } },
    select: { evidenceId: true, capabilityId: true, scope: true, counter: true },
  });
  const placed = links.flatMap(({ capabilityId: before, ...link }) =>
    (became.get(before) ?? []).map((capabilityId) => ({ ...link, before, capabilityId })),
  );
  for (const { evidenceId, before, capabilityId, scope, counter } of placed) {
    const capability = findCapability(to, capabilityId);
    if (capabilityId === before || !capability || !mayAnswerIn(capability, careSettings, scope)) continue;
    const made = await tx.evidenceLink.createMany({
      data: [
        {
          organisationId,
          evidenceId,
          capabilityId,
          scope,
          counter,
          linkedAt: new Date(),
          linkedById: user.personId,
        },
      ],
      skipDuplicates: true,
    });
    if (made.count === 0) continue;
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "evidence.linked",
      subject: `evidence:${evidenceId}`,
      detail: { capability: capabilityId, scope, counter, before },
    });
  }
}
