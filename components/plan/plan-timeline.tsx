import { Figure } from "@/components/charts/figure";
import { timeline } from "@/lib/charts/timeline";
import { phaseName, type PlannedAction, putForward } from "@/lib/plan/action";
import { drawnAs } from "@/lib/report/plan-words";

type Props = { actions: readonly PlannedAction[]; today: string };

/** The actions that were put forward over time, by phase; the table of actions beside it has the dates. */
export function PlanTimeline({ actions, today }: Props) {
  const rows = putForward(actions)
    .filter(({ status }) => status !== "ended")
    .map((action) => ({
      label: action.title,
      group: phaseName(action.phase),
      from: action.startsOn,
      to: action.finishedOn ?? action.dueOn,
      standing: drawnAs(action, today),
    }));
  if (rows.length === 0) return null;
  return (
    <Figure
      id="plan-timeline"
      caption="The plan over time"
      summary="A bar for each action from its start to its due date, by phase. A broken line marks today. The table has the dates."
      width="full"
      draw={(options) => timeline(rows, options, today)}
    />
  );
}
