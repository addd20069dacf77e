import type { Capability, CareSetting, Framework, LensId, Stage } from "@/lib/framework/schema";
import { appliesIn, isGate } from "@/lib/framework/find";
import { decimal, subtract, type Fraction } from "@/lib/scoring/fraction";
import { rungsOf, type Rungs } from "@/lib/scoring/rungs";

/** A capability that applies in the care setting as far as the framework says. */
export type Row = {
  readonly id: string;
  readonly capability: Capability;
  readonly weight: number;
  readonly gate: boolean;
  readonly rungs: Rungs;
};

/** What a stage asks (design 3 §4), exactly. */
export type StageTest = {
  readonly stage: Stage;
  readonly overall: Fraction;
  readonly gate: number;
  /** Null where the framework switches the condition off. */
  readonly dimension: Fraction | null;
};

/** A dimension or lens group with the positions of its rows. */
export type Grouping = { readonly id: string; readonly rows: readonly number[] };

/** A framework laid out for one care setting, ready to score. Rows stand in framework order. */
export type ScoringTable = {
  readonly rows: readonly Row[];
  readonly dimensions: readonly Grouping[];
  readonly lenses: readonly { readonly id: LensId; readonly groups: readonly Grouping[] }[];
  readonly stages: readonly StageTest[];
};

const cache = new WeakMap<Framework, Map<CareSetting, ScoringTable>>();

/** The table of a framework and care setting; kept, since frameworks never change in memory. */
export function tableOf(framework: Framework, setting: CareSetting): ScoringTable {
  const kept = cache.get(framework) ?? new Map<CareSetting, ScoringTable>();
  const found = kept.get(setting);
  if (found) return found;
  const table = layOut(framework, setting);
  cache.set(framework, kept.set(setting, table));
  return table;
}

function layOut(framework: Framework, setting: CareSetting): ScoringTable {
  const rows: Row[] = [];
  const dimensions = framework.dimensions.map(({ id, capabilities }) => {
    const first = rows.length;
    for (const capability of capabilities.filter((capability) => appliesIn(capability, setting))) {
      rows.push({
        id: capability.id,
        capability,
        weight: capability.weight,
        gate: isGate(capability, setting),
        rungs: rungsOf(capability, [setting], framework.thresholds),
      });
    }
    return { id, rows: rows.slice(first).map((_, offset) => first + offset) };
  });
  const lenses = framework.lenses.map((lens) => ({
    id: lens.id,
    groups: lens.groups.map(({ id }) => ({
      id,
      rows: rows.flatMap(({ capability }, index) =>
        capability.lenses[lens.id]?.includes(id) ? [index] : [],
      ),
    })),
  }));
  return { rows, dimensions, lenses, stages: stageTests(framework) };
}

function stageTests({ stages, dimensionSlack }: Framework): StageTest[] {
  const slack = dimensionSlack === null ? null : decimal(dimensionSlack);
  return stages.map(({ stage, overallAtLeast, gateAtLeast }) => ({
    stage,
    overall: decimal(overallAtLeast),
    gate: gateAtLeast,
    dimension: slack && subtract(decimal(stage), slack),
  }));
}
