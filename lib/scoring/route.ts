import type { CareSetting, Framework, Level, Stage } from "@/lib/framework/schema";
import { raisesIn } from "@/lib/scoring/choice";
import type { Answers } from "@/lib/scoring/answers";
import { decimal } from "@/lib/scoring/fraction";
import { bestClimb, floorsOf, outOfReach, startOf, type Goal } from "@/lib/scoring/goal";
import { withCriteriaMet } from "@/lib/scoring/raise";
import type { Result, Shortfall } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { tableOf, type ScoringTable } from "@/lib/scoring/table";

/** Printed wherever a route is shown (design 3 §7). */
export const ROUTE_CAUTION =
  "This is arithmetic on default effort, not advice. It leaves out benefit, safety and readiness.";

export type RouteRequest = {
  toStage?: Stage;
  /** A decimal as written: "3.2". */
  toOverall?: string;
  /** At least this level, whether or not the goal needs it. */
  pins?: ReadonlyMap<string, Level>;
  /** Left as they are. */
  exclude?: ReadonlySet<string>;
};

export type Route = {
  /** Effort in points: the sum of the raises. */
  cost: number;
  /** In framework order; empty when the goal is reached already. */
  raises: { capability: string; from: Level; to: Level; cost: number; criteria: string[] }[];
  /** What the engine gives once the criteria of the raises are met. */
  result: Result;
};

/** `request`: what was asked makes no sense here. `out_of_reach`: nothing that may be raised reaches it. */
export type NoRoute = { ok: false; because: "request" | "out_of_reach"; reason: string };

/**
 * The shortest way up by effort (design 3 §7), exact: the raises of least total cost from the low bounds such
 * that the stage and every stage below it hold, and the overall is reached. Of equal costs the one with the
 * fewest capabilities, then the list first in framework order, then the lower levels.
 */
export function shortestRoute(
  framework: Framework,
  careSetting: CareSetting,
  answers: Answers,
  request: RouteRequest,
): { ok: true; route: Route } | NoRoute {
  const table = tableOf(framework, careSetting);
  const nonsense = requestProblem(framework, table, answers, request);
  if (nonsense) return { ok: false, because: "request", reason: nonsense };

  const goal = goalOf(request);
  const start = startOf(framework, table, answers, request.exclude ?? new Set());
  const unmet = outOfReach(start, goal);
  if (unmet.length > 0) return { ok: false, because: "out_of_reach", reason: unreachable(request, unmet) };
  const best = bestClimb(start, floorsOf(table, goal, request.pins ?? new Map()));
  if (!best) throw new Error("A goal within reach was not reached");

  let met = answers;
  const raises = raisesIn(best.choice).map(({ row, to, cost, criteria }) => {
    const capability = table.rows[row]?.id ?? "";
    met = withCriteriaMet(met, capability, criteria);
    return { capability, from: start.levels[row] as Level, to, cost, criteria: [...criteria] };
  });
  return { ok: true, route: { cost: best.choice.cost, raises, result: score(framework, careSetting, met) } };
}

function goalOf({ toStage, toOverall }: RouteRequest): Goal {
  return {
    ...(toStage !== undefined && { stage: toStage }),
    ...(toOverall !== undefined && { overall: decimal(toOverall) }),
  };
}

function requestProblem(
  framework: Framework,
  table: ScoringTable,
  answers: Answers,
  { toStage, toOverall, pins = new Map(), exclude = new Set() }: RouteRequest,
): string | undefined {
  if (toStage === undefined && toOverall === undefined) return "Give a stage or an overall score to reach";
  if (toStage !== undefined && !table.stages.some(({ stage }) => stage === toStage)) {
    return `${toStage} is not a stage of ${framework.id} ${framework.version}`;
  }
  if (toOverall !== undefined && !/^\d{1,3}(\.\d{1,30})?$/.test(toOverall)) {
    return `${toOverall} is not a score: write it like 3.2`;
  }
  for (const id of [...pins.keys(), ...exclude]) {
    if (!table.rows.some((row) => row.id === id)) return `${id} is not a capability that applies here`;
    if (answers.get(id)?.notApplicable) return `${id} is answered as not applicable`;
  }
  const both = [...pins.keys()].find((id) => exclude.has(id));
  return both && `${both} cannot be both pinned and excluded`;
}

function unreachable({ toStage, toOverall }: RouteRequest, unmet: readonly Shortfall[]): string {
  const goals = [
    ...(toStage === undefined ? [] : [`stage ${toStage}`]),
    ...(toOverall === undefined ? [] : [`an overall of ${toOverall}`]),
  ];
  const why = new Set(unmet.map(shortfallInWords));
  return `Nothing reaches ${goals.join(" with ")}: ${[...why].join("; ")}`;
}

function shortfallInWords(unmet: Shortfall): string {
  switch (unmet.kind) {
    case "overall":
      return unmet.value === null
        ? "no capability applies"
        : `overall can come to ${unmet.value} and needs ${unmet.needs}`;
    case "gate":
      return `${unmet.capability} stays at level ${unmet.value} and needs ${unmet.needs}`;
    case "dimension":
      return `dimension ${unmet.dimension} can come to ${unmet.value} and needs ${unmet.needs}`;
  }
}
