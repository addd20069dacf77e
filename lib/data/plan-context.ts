import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { PlanContext } from "@/lib/plan/context";
import { keepOnlyRow } from "./only-row";
import { contextIn } from "./plan";
import { type TenantTransaction, withTenant } from "./tenant";

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
  };
  const table = (tx: TenantTransaction) => tx.planContext;
  const outcome = await keepOnlyRow(user, {
    table,
    organisationId,
    version,
    values,
    event: "plan.context_changed",
  });
  if (outcome === "kept") return { kind: "kept" };
  return { kind: "stale", current: await withTenant(user, {}, (tx) => contextIn(tx, organisationId)) };
}
