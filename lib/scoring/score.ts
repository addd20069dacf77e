import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import type { Fraction } from "@/lib/scoring/fraction";
import { meanOf } from "@/lib/scoring/fraction";
import { judge, type Judgement } from "@/lib/scoring/level";
import { positionAt, present, weightedMean, type Levels } from "@/lib/scoring/position";
import type { Bounds, Result } from "@/lib/scoring/result";
import { conditionCount, shortfalls, stageAt } from "@/lib/scoring/stage";
import { tableOf, type Grouping, type ScoringTable } from "@/lib/scoring/table";

/** The version of the rules below; kept with every snapshot. Raise it whenever a result could change. */
export const ENGINE_VERSION = "1";

/**
 * Scores the answers of one care setting (design 3 §1–5): the one source of every figure shown anywhere.
 * Answers to capabilities that do not apply here are left aside.
 */
export function score(framework: Framework, careSetting: CareSetting, answers: Answers): Result {
  const table = tableOf(framework, careSetting);
  const judgements = table.rows.map(({ id, rungs }) => {
    const answer = answers.get(id);
    return answer?.notApplicable ? null : judge(rungs, answer);
  });
  const low = positionAt(
    table,
    judgements.map((judgement) => judgement && judgement.low),
  );
  const settled = judgements.every((judgement) => !judgement || judgement.answered);
  const high = settled
    ? low
    : positionAt(
        table,
        judgements.map((judgement) => judgement && judgement.high),
      );
  const stage = stageAt(table, low);
  const next = table.stages.find((test) => test.stage > stage);
  const heldBy = next ? shortfalls(table, low, next) : [];
  const completeness = completenessOf(table, answers, judgements);
  const { answered, applicable } = completeness.capabilities;
  return {
    format: "digital-maturity/result@1",
    overall: boundsOf(low.overall, high.overall),
    stage: {
      low: stage,
      high: stageAt(table, high),
      final: answered === applicable && completeness.carriedForward === 0,
    },
    distance: { unmet: heldBy.length, of: conditionCount(table, low) },
    heldBy,
    dimensions: groupBounds(table.dimensions, low.dimensions, high.dimensions),
    lenses: lensesOf(table, low.levels, high.levels),
    capabilities: scoredCapabilities(table, judgements),
    completeness,
  };
}

/** "We do not provide this", carried forward, wants confirming like any other answer. */
function completenessOf(
  table: ScoringTable,
  answers: Answers,
  judgements: readonly (Judgement | null)[],
): Result["completeness"] {
  const applicable = present(judgements);
  return {
    capabilities: {
      answered: applicable.filter(({ answered }) => answered).length,
      applicable: applicable.length,
    },
    openCriteria: applicable.reduce((sum, { openCriteria }) => sum + openCriteria, 0),
    carriedForward: table.rows.filter(({ id }) => answers.get(id)?.carriedForward === true).length,
  };
}

function lensesOf(table: ScoringTable, low: Levels, high: Levels): Result["lenses"] {
  const lenses: Result["lenses"] = {};
  for (const { id, groups } of table.lenses) {
    const lows = groups.map((group) => weightedMean(table, group, low));
    const highs = high === low ? lows : groups.map((group) => weightedMean(table, group, high));
    lenses[id] = {
      groups: groupBounds(groups, lows, highs),
      overall: boundsOf(meanOf(present(lows)), meanOf(present(highs))),
    };
  }
  return lenses;
}

function scoredCapabilities(
  table: ScoringTable,
  judgements: readonly (Judgement | null)[],
): Result["capabilities"] {
  const capabilities: Result["capabilities"] = [];
  table.rows.forEach(({ id }, index) => {
    const judgement = judgements[index];
    if (!judgement) return;
    const { low, high, answered, progress, missing, above } = judgement;
    capabilities.push({ id, low, high, answered, progress, missing, above });
  });
  return capabilities;
}

function groupBounds(
  groups: readonly Grouping[],
  lows: readonly (Fraction | null)[],
  highs: readonly (Fraction | null)[],
): ({ id: string } & Bounds)[] {
  const shown: ({ id: string } & Bounds)[] = [];
  groups.forEach(({ id }, index) => {
    const [low, high] = [lows[index], highs[index]];
    if (low && high) shown.push({ id, low: low.value, high: high.value });
  });
  return shown;
}

function boundsOf(low: Fraction | null, high: Fraction | null): Bounds | null {
  return low && high && { low: low.value, high: high.value };
}
