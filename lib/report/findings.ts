import { appliesIn, criteriaIn, isGate } from "@/lib/framework/find";
import type { Capability, CareSetting, Dimension, Effort, Framework, Level } from "@/lib/framework/schema";
import { nameIn, textIn } from "@/lib/framework/wording";
import type { Answers, CriterionState } from "@/lib/scoring/answers";
import type { Evidenced } from "@/lib/scoring/evidenced";
import type { Bounds, Result } from "@/lib/scoring/result";
import type { GapView } from "./gap-view";

/** A result with what it was made from: one care setting of one assessment. */
export type Standing = {
  framework: Framework;
  setting: CareSetting;
  result: Result;
  answers: Answers;
  /** How much of it stands on evidence; left out or null where that is not known. */
  evidenced?: Evidenced | null;
  /** What the trust says of its gaps; left out where that is not kept. */
  gapViews?: readonly GapView[];
};

/** What a criterion's answer says; `undecided` where nobody has looked at it. */
export type FoundState = CriterionState | "undecided";

/** A criterion that is missing for the next level. */
export type MissingCriterion = { id: string; text: string; effort: Effort; state: FoundState };

/** Where one capability stands. */
export type Finding = {
  capability: Capability;
  /** Number and name as the care setting says it, "6.3 Continuity and disaster recovery". */
  title: string;
  gate: boolean;
  low: Level;
  high: Level;
  answered: boolean;
  carriedForward: boolean;
  /** The lowest level above `low` that asks for anything; null at the top. */
  next: Level | null;
  missing: MissingCriterion[];
  /** How many criteria are answered "not known". They count as not met and are reported apart. */
  notKnown: number;
};

/** A capability that was answered as not applicable, and why. */
export type LeftAside = { capability: Capability; title: string; reason: string };

/** The findings of one dimension. */
export type DimensionFindings = {
  dimension: Dimension;
  /** Null where nothing in it applies. */
  bounds: Bounds | null;
  findings: Finding[];
  notApplicable: LeftAside[];
  /** How many sensitive capabilities are counted in the score and not listed, for who may not see them. */
  hidden: number;
};

/**
 * Every capability of the care setting by dimension, in framework order. Without `showSensitive` the sensitive
 * ones are left out and only counted (design 1, "What must be true everywhere").
 */
export function findingsOf(
  { framework, setting, result, answers }: Standing,
  { showSensitive }: { showSensitive: boolean },
): DimensionFindings[] {
  const levels = new Map(result.capabilities.map((entry) => [entry.id, entry]));
  const bounds = new Map(result.dimensions.map(({ id, low, high }) => [id, { low, high }]));
  return framework.dimensions.map((dimension) => {
    const applicable = dimension.capabilities.filter((capability) => appliesIn(capability, setting));
    const shown = applicable.filter((capability) => showSensitive || !capability.sensitive);
    return {
      dimension,
      bounds: bounds.get(dimension.id) ?? null,
      findings: shown.flatMap((capability) => {
        const level = levels.get(capability.id);
        return level ? [findingOf(capability, setting, level, answers)] : [];
      }),
      notApplicable: shown.flatMap((capability) => leftAside(capability, setting, answers)),
      hidden: applicable.length - shown.length,
    };
  });
}

/** Number and name of a capability as a care setting says it. */
export function titleIn(capability: Capability, setting: CareSetting): string {
  return `${capability.number} ${nameIn(capability, setting)}`;
}

/** The criteria of these ids, as the engine names them, with their wording and state, in ladder order. */
export function criteriaNamed(
  capability: Capability,
  setting: CareSetting,
  ids: readonly string[],
  answers: Answers,
): (MissingCriterion & { level: Level })[] {
  if (ids.length === 0) return [];
  const states = answers.get(capability.id)?.criteria ?? {};
  return capability.levels.flatMap(({ level, criteria }) =>
    criteria
      .filter(({ id }) => ids.includes(id))
      .map((criterion) => {
        const { id, effort } = criterion;
        const state = states[id] ?? "undecided";
        return { id, effort, text: textIn(criterion, setting), state, level };
      }),
  );
}

/** How many criteria that apply in the care setting are answered "not known". */
export function notKnownIn(capability: Capability, setting: CareSetting, answers: Answers): number {
  const states = answers.get(capability.id)?.criteria ?? {};
  if (!Object.values(states).includes("not_known")) return 0;
  const applicable = criteriaIn(capability, [setting]).flatMap(({ criteria }) => criteria);
  return applicable.filter(({ id }) => states[id] === "not_known").length;
}

function findingOf(
  capability: Capability,
  setting: CareSetting,
  level: Result["capabilities"][number],
  answers: Answers,
): Finding {
  const { low, high, answered } = level;
  const missing = criteriaNamed(capability, setting, level.missing, answers);
  return {
    capability,
    title: titleIn(capability, setting),
    gate: isGate(capability, setting),
    low,
    high,
    answered,
    carriedForward: answers.get(capability.id)?.carriedForward === true,
    next: missing[0]?.level ?? null,
    missing,
    notKnown: notKnownIn(capability, setting, answers),
  };
}

function leftAside(capability: Capability, setting: CareSetting, answers: Answers): LeftAside[] {
  const reason = answers.get(capability.id)?.notApplicable?.reason;
  if (reason === undefined) return [];
  const text = capability.mayBeNotApplicable?.reasons.find(({ id }) => id === reason)?.text ?? reason;
  return [{ capability, title: titleIn(capability, setting), reason: text }];
}
