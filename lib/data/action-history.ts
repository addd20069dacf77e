import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { ActionChange } from "@/lib/plan/action-history";
import { isId } from "./assessment-facts";
import { namesOf } from "./people";
import { planOf } from "./plan";
import { withTenant } from "./tenant";

/** One version of an action: what changed, when, by whom for those who may see it, and of a copy from which trust. */
export type ActionVersion = {
  version: number;
  change: ActionChange;
  at: Date;
  by: string | null;
  from: string;
};

/** Every version of an action, newest first; empty where the action is not the user's to see. */
export async function actionHistory(
  user: CurrentUser,
  organisationId: string,
  actionId: string,
): Promise<ActionVersion[]> {
  const plan = isId(actionId) ? await planOf(user, organisationId) : null;
  if (!plan?.actions.some(({ id }) => id === actionId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.plannedActionRevision.findMany({
      where: { organisationId, actionId },
      select: { version: true, change: true, at: true, byId: true, action: { select: { copiedFrom: true } } },
      orderBy: { version: "desc" },
    }),
  );
  const names = may(user, "see who answered", organisationId)
    ? await namesOf(rows.map(({ byId }) => byId))
    : new Map<string, string>();
  return rows.map(({ byId, change, action, ...row }) => ({
    ...row,
    change: change as ActionChange,
    from: change === "copied" ? action.copiedFrom : "",
    by: names.get(byId) ?? null,
  }));
}
