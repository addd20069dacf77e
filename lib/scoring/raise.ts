import type { Effort, Framework, Level } from "@/lib/framework/schema";
import type { Answers, CriterionState, ScoringAnswer } from "@/lib/scoring/answers";
import { judge } from "@/lib/scoring/level";
import type { Rung, Rungs } from "@/lib/scoring/rungs";

/** One way to lift a capability: the level it then has, the effort in points, and the criteria to meet. */
export type Raise = { readonly to: Level; readonly cost: number; readonly criteria: readonly string[] };

type EffortPoints = Framework["effortPoints"];

/**
 * Every level a capability can be raised to from its low bound, with the least effort that gets there
 * (design 3 §7). `to` is the level the engine gives once the criteria are met, so a level that comes free with
 * another (all its criteria met already, or none) is not listed apart. Costs and levels both rise.
 */
export function raisesOf(rungs: Rungs, points: EffortPoints, answer: ScoringAnswer | undefined): Raise[] {
  const { low } = judge(rungs, answer);
  const raises: Raise[] = [];
  let cost = 0;
  const criteria: string[] = [];
  for (const rung of rungs) {
    if (rung.level <= low) continue;
    const wanted = cheapestOf(rung, points, answer);
    if (wanted.length === 0) raises.pop();
    for (const { id, effort } of wanted) {
      cost += points[effort];
      criteria.push(id);
    }
    raises.push({ to: rung.level, cost, criteria: [...criteria] });
  }
  return raises;
}

/** The raise that brings a capability to at least this level; undefined when it is there already. */
export function raiseTo(
  level: Level,
  rungs: Rungs,
  points: EffortPoints,
  answer: ScoringAnswer | undefined,
): Raise | undefined {
  if (judge(rungs, answer).low >= level) return undefined;
  return raisesOf(rungs, points, answer).find(({ to }) => to >= level);
}

/** The answers once these criteria of a capability are met. */
export function withCriteriaMet(answers: Answers, capability: string, criteria: Iterable<string>): Answers {
  const before = answers.get(capability);
  const met: Record<string, CriterionState> = {};
  for (const id of criteria) met[id] = "met";
  const after: ScoringAnswer = { ...before, criteria: { ...before?.criteria, ...met } };
  return new Map(answers).set(capability, after);
}

/** The cheapest unmet criteria that reach a level's share, ties in file order; listed in file order. */
function cheapestOf(
  { criteria, required }: Rung,
  points: EffortPoints,
  answer: ScoringAnswer | undefined,
): { id: string; effort: Effort }[] {
  const unmet = criteria.filter(({ id }) => answer?.criteria[id] !== "met");
  const wanted = Math.max(0, required - (criteria.length - unmet.length));
  const chosen = new Set(unmet.toSorted((a, b) => points[a.effort] - points[b.effort]).slice(0, wanted));
  return unmet.filter((criterion) => chosen.has(criterion));
}
