import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { PlanMoney } from "@/lib/plan/money";
import type { PlanSummary, SummaryAction, SummaryRisk } from "@/lib/plan/plan-summary";
import type { Audience } from "./unnamed";

/** A plan on a page as a board, or the public, reads it. */
export type BoardPlan = {
  phases: readonly { name: string; actions: readonly SummaryAction[] }[];
  /** Worst first; empty for the public. */
  risks: readonly SummaryRisk[];
  /** Null for the public: it is not told by action, so sensitive ones could not be left out. */
  money: PlanMoney | null;
  /** Actions about sensitive capabilities that are not told. */
  hidden: number;
};

/** The plan for an audience: the public is told no action about a sensitive capability, no risk and no money. */
export function boardPlan(
  plan: PlanSummary,
  frameworks: readonly Framework[],
  audience: Audience,
): BoardPlan {
  const { phases, risks, money, hidden } = plan;
  if (audience === "private") return { phases, risks, money, hidden };
  const sensitive = new Set(
    frameworks.flatMap((framework) =>
      capabilitiesOf(framework).flatMap((capability) => (capability.sensitive ? [capability.id] : [])),
    ),
  );
  const told = (action: SummaryAction) => !action.capabilities.some((id) => sensitive.has(id));
  const shown = phases.map(({ name, actions }) => ({ name, actions: actions.filter(told) }));
  const all = phases.flatMap(({ actions }) => actions);
  return {
    phases: shown.filter(({ actions }) => actions.length > 0),
    risks: [],
    money: null,
    hidden: hidden + all.filter((action) => !told(action)).length,
  };
}
