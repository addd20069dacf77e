import type { Framework, Level, Stage } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { climbs, type Climb, type Floors, type Start } from "@/lib/scoring/climb";
import { atLeast, decimal, type Fraction } from "@/lib/scoring/fraction";
import { judge } from "@/lib/scoring/level";
import { positionAt, type Position } from "@/lib/scoring/position";
import { raisesOf } from "@/lib/scoring/raise";
import type { Shortfall } from "@/lib/scoring/result";
import { shortfalls } from "@/lib/scoring/stage";
import type { ScoringTable, StageTest } from "@/lib/scoring/table";

/** What a route is to reach: a stage with every stage below it, an overall, or both. */
export type Goal = { readonly stage?: Stage; readonly overall?: Fraction };

const ZERO = decimal(0);

/** The low bounds of the answers, and what each capability can be raised to. Capabilities in `fixed` stay. */
export function startOf(
  framework: Framework,
  table: ScoringTable,
  answers: Answers,
  fixed: ReadonlySet<string>,
): Start {
  return {
    table,
    levels: lowLevels(table, answers),
    raises: table.rows.map(({ id, rungs }) =>
      fixed.has(id) ? [] : raisesOf(rungs, framework.effortPoints, answers.get(id)),
    ),
  };
}

/** The least level of each row that a goal and pins ask for, the least of each dimension, the least overall. */
export function floorsOf(table: ScoringTable, goal: Goal, pins: ReadonlyMap<string, number>): Floors {
  const tests = stagesUpTo(table, goal);
  const gate = Math.max(1, ...tests.map((test) => test.gate));
  return {
    rows: table.rows.map((row) => Math.max(pins.get(row.id) ?? 1, row.gate ? gate : 1)),
    dimension: highest(tests.map((test) => test.dimension)),
    overall: highest([ZERO, goal.overall ?? null, ...tests.map((test) => test.overall)]),
  };
}

/** What keeps a goal out of reach even with every capability raised as far as it goes; empty when it can be reached. */
export function outOfReach({ table, levels, raises }: Start, goal: Goal): Shortfall[] {
  const top: Position = positionAt(
    table,
    levels.map((level, row) => level && (raises[row]?.at(-1)?.to ?? level)),
  );
  const unmet = stagesUpTo(table, goal).flatMap((test) => shortfalls(table, top, test));
  if (goal.overall && !(top.overall && atLeast(top.overall, goal.overall))) {
    unmet.push({ kind: "overall", value: top.overall?.value ?? null, needs: goal.overall.value });
  }
  return unmet;
}

/** The best climb to floors that can be reached. */
export function bestClimb(start: Start, floors: Floors): Climb | undefined {
  return climbs(start, floors).at(-1);
}

function lowLevels(table: ScoringTable, answers: Answers): (Level | null)[] {
  return table.rows.map(({ id, rungs }) => {
    const answer = answers.get(id);
    return answer?.notApplicable ? null : judge(rungs, answer).low;
  });
}

/** Stage 1 asks nothing of anybody, even where nothing applies. */
function stagesUpTo({ stages }: ScoringTable, { stage = 1 }: Goal): StageTest[] {
  return stages.filter((test) => test.stage > 1 && test.stage <= stage);
}

function highest(fractions: readonly (Fraction | null)[]): Fraction | null {
  return fractions.reduce((most, next) => (next && (!most || atLeast(next, most)) ? next : most), null);
}
