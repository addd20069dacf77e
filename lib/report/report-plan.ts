import { appliesIn, findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { type PlannedAction, putForward, type Serves } from "@/lib/plan/action";
import type { PlanContext } from "@/lib/plan/context";
import { type PlanSummary, planSummary, type SummaryAction } from "@/lib/plan/plan-summary";
import { isoDate } from "./dates";
import type { ServingAnswers } from "./serving-answers";

/** A plan as far as whoever makes the report may see it. */
export type KnownPlan = {
  actions: readonly PlannedAction[];
  /** Actions that were left out already. */
  hidden: number;
  context: PlanContext;
};

/** What of a plan belongs into the gap report of one care setting. */
export type ReportPlan = {
  /** The actions that meet criteria of this care setting and were not ended early, with all they hold. */
  actions: PlannedAction[];
  /** The same on a page, with their risks and their money. */
  summary: PlanSummary;
  /** By capability id. */
  byCapability: ReadonlyMap<string, readonly SummaryAction[]>;
  /** Actions that meet criteria of other care settings alone, or none yet. */
  elsewhere: number;
};

type Source = {
  framework: Framework;
  setting: CareSetting;
  serving: ServingAnswers | null;
  plan: KnownPlan | null;
  madeOn: Date;
  showSensitive: boolean;
};

/**
 * The actions behind a gap report with their money, each kind of it apart. An action for the whole trust serves a care
 * setting unless that has an answer of its own. Without `showSensitive` those about a sensitive capability are only
 * counted, and so is none of their money (design 1, "What must be true everywhere"). Null where the plan is not the
 * reader's to see.
 */
export function reportPlan({ plan, madeOn, ...source }: Source): ReportPlan | null {
  if (!plan) return null;
  const live = putForward(plan.actions).filter(({ status }) => status !== "ended");
  const told = live.filter((action) => source.showSensitive || !isSensitive(source.framework, action));
  const actions = told.filter(({ serves }) => serves.some((served) => servesHere(source, served)));
  const hidden = plan.hidden + live.length - told.length;
  const summary = planSummary(actions, { today: isoDate(madeOn), context: plan.context, hidden });
  const byCapability = new Map<string, SummaryAction[]>();
  for (const shown of summary.phases.flatMap((phase) => phase.actions)) {
    const here = actions.find(({ id }) => id === shown.id)?.serves.filter((one) => servesHere(source, one));
    for (const capabilityId of new Set(here?.map((served) => served.capabilityId))) {
      byCapability.set(capabilityId, [...(byCapability.get(capabilityId) ?? []), shown]);
    }
  }
  return { actions, summary, byCapability, elsewhere: told.length - actions.length };
}

function isSensitive(framework: Framework, { serves }: PlannedAction): boolean {
  return serves.some(({ capabilityId }) => findCapability(framework, capabilityId)?.sensitive ?? true);
}

function servesHere(
  { framework, setting, serving }: Pick<Source, "framework" | "setting" | "serving">,
  { capabilityId, scope }: Serves,
): boolean {
  const capability = findCapability(framework, capabilityId);
  if (!capability || !appliesIn(capability, setting)) return false;
  return scope === setting || (scope === "organisation" && serving?.get(capabilityId)?.scope !== setting);
}
