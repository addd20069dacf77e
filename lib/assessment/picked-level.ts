import { criteriaIn } from "@/lib/framework/find";
import type { Capability, CareSetting, Criterion, Level } from "@/lib/framework/schema";
import { criteriaForLevel, type CriterionState } from "@/lib/scoring/answers";

type Criteria = Readonly<Record<string, CriterionState>>;

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** The level whose picking gives exactly these criteria, or null where they were judged one by one. */
export function pickedLevel(
  capability: Capability,
  settings: readonly CareSetting[],
  criteria: Criteria,
): Level | null {
  return (
    LEVELS.find((level) => sameCriteria(criteriaForLevel(capability, level, settings), criteria)) ?? null
  );
}

/**
 * The criteria somebody decided one by one that picking `level` would turn round. Empty where nothing was decided or
 * where the answer was itself a picked level: then there is no single judgement to lose.
 */
export function decisionsLostBy(
  capability: Capability,
  settings: readonly CareSetting[],
  criteria: Criteria,
  level: Level,
): Criterion[] {
  if (pickedLevel(capability, settings, criteria) !== null) return [];
  const picked = criteriaForLevel(capability, level, settings);
  return criteriaIn(capability, settings)
    .flatMap((rung) => rung.criteria)
    .filter(({ id }) => criteria[id] !== undefined && criteria[id] !== picked[id]);
}

function sameCriteria(one: Criteria, other: Criteria): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}
