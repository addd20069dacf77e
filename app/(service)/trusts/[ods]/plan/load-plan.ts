import { cache } from "react";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import { type Plan, planOf } from "@/lib/data/plan";
import type { PlannedAction } from "@/lib/plan/action";
import { isoDate } from "@/lib/report/dates";

/** The signed-in person and a trust's plan as they may see it. */
export type LoadedPlan = {
  user: CurrentUser;
  trust: Organisation;
  plan: Plan;
  /** The day it is in London, written 2026-11-23. */
  today: string;
  mayPlan: boolean;
  /** False for who sees the actions they own and no other. */
  seesAll: boolean;
};

/** The plan of a trust; whoever may see none of it gets a 404. Once a request. */
export const loadPlan = cache(async (ods: string): Promise<LoadedPlan> => {
  const user = await requireUser();
  const trust = await organisationByCode(user, ods);
  const plan = trust && (await planOf(user, trust.id));
  if (!trust || !plan) notFound();
  const mayPlan = may(user, "plan", trust.id);
  const seesAll = may(user, "see the plan", trust.id);
  return { user, trust, plan, today: isoDate(new Date()), mayPlan, seesAll };
});

/** The plan and one of its actions; a 404 where that is not there for them to see. */
export async function loadAction(
  ods: string,
  id: string,
): Promise<LoadedPlan & { action: PlannedAction; mayFinish: boolean }> {
  const loaded = await loadPlan(ods);
  const action = loaded.plan.actions.find((one) => one.id === id);
  if (!action) notFound();
  const { user, trust, mayPlan } = loaded;
  const own = action.ownerId === user.personId && may(user, "finish own actions", trust.id);
  return { ...loaded, action, mayFinish: mayPlan || own };
}

/** The same for who may change it; nobody else finds the page. */
export async function loadActionToChange(ods: string, id: string) {
  const loaded = await loadAction(ods, id);
  if (!loaded.mayPlan) notFound();
  return loaded;
}
