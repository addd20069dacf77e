import type { CurrentUser } from "@/lib/access/user";
import { finishAction } from "@/lib/data/finish-action";
import { saveContext } from "@/lib/data/plan-context";
import { type PlanGround, planGround } from "@/lib/data/plan-ground";
import { saveYearDates } from "@/lib/data/year-dates";
import { possibleOwners } from "@/lib/data/planning-people";
import { addAction, endAction } from "@/lib/data/planned-actions";
import type { Serves } from "@/lib/plan/action";
import { servedCapability, servesUpTo } from "@/lib/plan/criteria-of-plan";
import { type DemoAction, demoActions } from "./plan-actions";

/** Fills the plan of a trust: what is done, under way, late, still to come and given up. */
export async function fillPlan(lead: CurrentUser, organisationId: string): Promise<void> {
  await fillActions(lead, organisationId, demoActions);
  await saveContext(lead, organisationId, {
    efficiency: { year: 2028, pounds: 24_600_000 },
    productivity: { year: 2025, tenths: 14, source: "Published trust productivity, October 2026" },
    version: 0,
  });
}

/** Adds these actions to the plan of a trust, which needs an open round. */
export async function fillActions(
  lead: CurrentUser,
  organisationId: string,
  actions: readonly DemoAction[],
): Promise<void> {
  const ground = await planGround(lead, organisationId);
  if (!ground) throw new Error("The demo's plan needs an open round.");
  const people = await possibleOwners(lead, organisationId);
  const ids = new Map<string, string>();
  for (const action of actions) {
    const { key, raises, owner, finishedOn, endedReason, benefits = [], ...content } = action;
    const serves = raises.flatMap((raise) => servesOf(ground, raise, finishedOn !== undefined));
    const kept = await addAction(lead, organisationId, {
      description: "",
      startsOn: null,
      risk: null,
      costs: [],
      optimismPercent: null,
      noDoubleRunning: false,
      finishedOn: null,
      endedReason: "",
      ...content,
      serves,
      ownerId: people.find(({ name }) => name === owner)?.personId ?? null,
      benefits: benefits.map((one) => ({
        ...one,
        countedIn: one.countedIn === null ? null : (ids.get(one.countedIn) ?? null),
      })),
    });
    if (kept.kind !== "kept") throw new Error(`The demo's plan stopped at ${key}: ${kept.kind}`);
    ids.set(key, kept.id);
    const place = { id: kept.id, version: kept.version };
    if (finishedOn) await finishAction(lead, organisationId, place, { finishedOn, confirmed: serves });
    if (endedReason) await endAction(lead, organisationId, place, endedReason);
  }
}

/** The days of the year that nobody but the trust knows: as in most years, the next of each from a day on. */
export async function fillYearDates(lead: CurrentUser, organisationId: string, now: Date): Promise<void> {
  const next = (month: number, day: number) => {
    const year = now.getUTCFullYear();
    const date = new Date(Date.UTC(year, month - 1, day));
    return date > now ? date : new Date(Date.UTC(year + 1, month - 1, day));
  };
  await saveYearDates(lead, organisationId, {
    planningReturn: next(2, 12),
    dspt: next(6, 30),
    boardReview: next(5, 20),
    dmaOpens: null,
    dmaCloses: null,
    version: 0,
  });
}

/** What is still open up to a level; of an action that is done, what the answers say it met. */
function servesOf(
  ground: PlanGround,
  { capability, to }: DemoAction["raises"][number],
  done: boolean,
): Serves[] {
  return ["organisation", ...ground.careSettings].flatMap((scope) => {
    const served = servedCapability(ground, capability, scope);
    // "Differs here" is for answers, not for the plan.
    if (!served || (scope !== "organisation" && served.capability.scope === "organisation")) return [];
    const met = served.criteria.filter((one) => one.met && one.level === to).map(({ id }) => id);
    // Where that level is reached already, the action is for the next one.
    const next = served.criteria.find((one) => !one.met)?.level ?? to;
    const serves = done
      ? { capabilityId: capability, scope, criteria: met }
      : servesUpTo(served, next > to ? next : to);
    return serves.criteria.length > 0 ? [serves] : [];
  });
}
