import {
  type ActionStatus,
  inPlanOrder,
  isLate,
  isOpen,
  type Phase,
  phaseName,
  phases,
  type PlannedAction,
  putForward,
} from "./action";
import type { PlanContext } from "./context";
import { moneyOf, type PlanMoney } from "./money";

/** An action on a plan on a page: whose it is by job title, never by name. Days are written 2027-03-31. */
export type SummaryAction = {
  id: string;
  title: string;
  ownerTitle: string;
  startsOn: string | null;
  dueOn: string;
  finishedOn: string | null;
  status: ActionStatus;
  /** Open, and its due day has passed. */
  late: boolean;
  /** The capabilities it serves, each once. */
  capabilities: readonly string[];
};

/** A risk of an open action, where it stands in a square of 5 by 5: `score` is likelihood × impact. */
export type SummaryRisk = {
  actionId: string;
  action: string;
  ownerTitle: string;
  text: string;
  likelihood: number;
  impact: number;
  score: number;
};

/**
 * A plan on a page: for the board's dashboard, its packs and the plan's own page. It holds what its reader may see;
 * `hidden` counts the actions about sensitive questions that were left out, with their money and risks.
 */
export type PlanSummary = {
  phases: readonly { phase: Phase; name: string; actions: readonly SummaryAction[] }[];
  counts: Readonly<Record<Exclude<ActionStatus, "draft">, number>> & { late: number };
  /** Worst first. */
  risks: readonly SummaryRisk[];
  money: PlanMoney;
  context: PlanContext;
  hidden: number;
};

/** The plan on a page from the actions a reader may see, without drafts; `today` is written 2026-11-23. */
export function planSummary(
  all: readonly PlannedAction[],
  { today, context, hidden }: { today: string; context: PlanContext; hidden: number },
): PlanSummary {
  const actions = putForward(all);
  const ordered = [...actions].sort(inPlanOrder);
  const having = (status: ActionStatus) => actions.filter((action) => action.status === status).length;
  return {
    phases: phases
      .map((phase) => ({
        phase,
        name: phaseName(phase),
        actions: ordered
          .filter((action) => action.phase === phase && action.status !== "ended")
          .map((action) => summaryOf(action, today)),
      }))
      .filter((group) => group.actions.length > 0),
    counts: {
      not_started: having("not_started"),
      in_progress: having("in_progress"),
      finished: having("finished"),
      ended: having("ended"),
      late: actions.filter((action) => isLate(action, today)).length,
    },
    risks: ordered.flatMap(riskOf).sort((one, other) => other.score - one.score || other.impact - one.impact),
    money: moneyOf(ordered),
    context,
    hidden,
  };
}

function summaryOf(action: PlannedAction, today: string): SummaryAction {
  const { id, title, ownerTitle, startsOn, dueOn, finishedOn, status, serves } = action;
  return {
    id,
    title,
    ownerTitle,
    startsOn,
    dueOn,
    finishedOn,
    status,
    late: isLate(action, today),
    capabilities: [...new Set(serves.map(({ capabilityId }) => capabilityId))],
  };
}

function riskOf(action: PlannedAction): SummaryRisk[] {
  if (!action.risk || !isOpen(action)) return [];
  const { id, title, ownerTitle, risk } = action;
  return [{ actionId: id, action: title, ownerTitle, ...risk, score: risk.likelihood * risk.impact }];
}
