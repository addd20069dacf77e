import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { PlanContext } from "@/lib/plan/context";
import { record } from "./audit";
import { contextIn } from "./plan";
import { isUniqueViolation, withTenant } from "./tenant";

/** `stale`: a colleague saved since `version` was read; what stands now comes with it. */
export type ContextOutcome =
  { kind: "kept" } | { kind: "stale"; current: PlanContext } | { kind: "not_found" };

/** Keeps what the money of a plan is read beside, unless somebody changed it since `version` was read. */
export async function saveContext(
  user: CurrentUser,
  organisationId: string,
  { efficiency, productivity, version }: PlanContext,
): Promise<ContextOutcome> {
  if (!may(user, "plan", organisationId)) return { kind: "not_found" };
  const values = {
    efficiencyYear: efficiency?.year ?? null,
    efficiencyPounds: efficiency?.pounds ?? null,
    productivityYear: productivity?.year ?? null,
    productivityTenths: productivity?.tenths ?? null,
    productivitySource: productivity?.source ?? "",
    version: version + 1,
    changedAt: new Date(),
    changedById: user.personId,
  };
  const once = () =>
    withTenant(user, { write: organisationId }, async (tx): Promise<ContextOutcome> => {
      const current = await contextIn(tx, organisationId);
      if (current.version !== version) return { kind: "stale", current };
      if (version === 0) {
        await tx.planContext.create({
          data: { organisationId, ...values },
          select: { version: true },
        });
      } else {
        const written = await tx.planContext.updateMany({ where: { organisationId, version }, data: values });
        if (written.count === 0) return { kind: "stale", current: await contextIn(tx, organisationId) };
      }
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: "plan.context_changed",
        subject: `organisation:${organisationId}`,
        detail: { version: version + 1 },
      });
      return { kind: "kept" };
    });
  // Two people may type the first figures at once; the second then finds the first's.
  return once().catch((error: unknown) => {
    if (isUniqueViolation(error)) return once();
    throw error;
  });
}
