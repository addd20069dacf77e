import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { record } from "./audit";
import type { TenantTransaction } from "./tenant";

type NextRound = {
  /** What capabilities of the last round are called in this one, by their older id. */
  renamed: ReadonlyMap<string, string>;
  to: Framework;
  careSettings: readonly CareSetting[];
};

/**
 * Lets evidence speak for a question under the id it has in a newer framework version as well. It goes on speaking
 * under the older id, for the round that was answered with it and may be opened again.
 */
export async function carryEvidence(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  { renamed, to, careSettings }: NextRound,
): Promise<void> {
  const links = await tx.evidenceLink.findMany({
    where: { organisationId, capabilityId: { in: [...renamed.keys()] }, evidence: { removedAt: null } },
    select: { evidenceId: true, capabilityId: true, scope: true, counter: true },
  });
  for (const { evidenceId, capabilityId: before, scope, counter } of links) {
    const capability = findCapability(to, renamed.get(before) ?? before);
    if (!capability || !mayAnswerIn(capability, careSettings, scope)) continue;
    const capabilityId = capability.id;
    const made = await tx.evidenceLink.createMany({
      data: [
        {
          ...{ organisationId, evidenceId, capabilityId, scope, counter },
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
