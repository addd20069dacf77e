import { parseFramework } from "@/lib/framework/parse";
import { capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework, FrameworkInput, Level } from "@/lib/framework/schema";
import {
  criteriaForLevel,
  type Answers,
  type CriterionState,
  type ScoringAnswer,
} from "@/lib/scoring/answers";

// Small frameworks for tests, built as documents and read by the real parser.

export type DimensionInput = FrameworkInput["dimensions"][number];
export type CapabilityInput = DimensionInput["capabilities"][number];
export type CriterionInput = CapabilityInput["levels"][number]["criteria"][number];
export type UpperLevel = 2 | 3 | 4 | 5;

const UPPER_LEVELS = [2, 3, 4, 5] as const;
const ALL_SETTINGS: CareSetting[] = ["acute", "mental_health", "community", "ambulance", "specialist"];

/** A criterion of effort S unless told otherwise. */
export function aCriterion(id: string, overrides: Partial<CriterionInput> = {}): CriterionInput {
  return { id, text: `The trust does ${id}.`, effort: "S", ...overrides };
}

/** Levels 1 to 5 holding these criteria; a level left out has none. */
export function levelsOf(criteria: Partial<Record<UpperLevel, CriterionInput[]>>): CapabilityInput["levels"] {
  return [
    { level: 1, criteria: [] },
    ...UPPER_LEVELS.map((level) => ({ level, criteria: criteria[level] ?? [] })),
  ];
}

/** A capability with one criterion of effort S at each level 2 to 5, ids like a1-l2-a. */
export function aCapability(id: string, overrides: Partial<CapabilityInput> = {}): CapabilityInput {
  const oneEach = Object.fromEntries(UPPER_LEVELS.map((level) => [level, [aCriterion(`${id}-l${level}-a`)]]));
  return {
    id,
    number: id,
    name: `Capability ${id}`,
    stem: `What ${id} is and why it matters.`,
    scope: "organisation",
    levels: levelsOf(oneEach),
    ...overrides,
  };
}

export function aDimension(
  id: string,
  capabilities: CapabilityInput[],
  overrides: Partial<DimensionInput> = {},
): DimensionInput {
  return { id, number: id, name: `Dimension ${id}`, capabilities, ...overrides };
}

/** A framework document with the settings, thresholds, stages and slack of `nhs-trust`. */
export function aFrameworkDocument(
  dimensions: DimensionInput[],
  overrides: Partial<FrameworkInput> = {},
): FrameworkInput {
  return {
    format: "digital-maturity/framework@1",
    id: "small",
    version: "1",
    status: "draft",
    title: "A small framework",
    careSettings: ALL_SETTINGS.map((id) => ({ id, name: id })),
    levels: ([1, 2, 3, 4, 5] as const).map((level) => ({ level, name: `Level ${level}` })),
    thresholds: { "2": 1, "3": 1, "4": 1, "5": 1 },
    stages: [
      { stage: 1, name: "Foundational", overallAtLeast: 1, gateAtLeast: 1 },
      { stage: 2, name: "Developing", overallAtLeast: 2, gateAtLeast: 1 },
      { stage: 3, name: "Established", overallAtLeast: 3, gateAtLeast: 3 },
      { stage: 4, name: "Integrated", overallAtLeast: 4, gateAtLeast: 3 },
      { stage: 5, name: "Optimised", overallAtLeast: 4.5, gateAtLeast: 4 },
    ],
    dimensionSlack: 1,
    dimensions,
    ...overrides,
  };
}

/** The parsed framework; a document the parser refuses fails the test with its problems. */
export function aFramework(dimensions: DimensionInput[], overrides: Partial<FrameworkInput> = {}): Framework {
  const parsed = parseFramework(aFrameworkDocument(dimensions, overrides));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.framework;
}

/** The framework of the worked examples (design 3): A holds the gate a1 and a2; B holds b1, b2 and b3. */
export function workedExample(overrides: Partial<FrameworkInput> = {}): Framework {
  const optional = { mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "Not provided" }] } };
  return aFramework(
    [
      aDimension("A", [aCapability("a1", { gateFor: ALL_SETTINGS }), aCapability("a2", optional)]),
      aDimension("B", [
        aCapability("b1", optional),
        aCapability("b2", optional),
        aCapability("b3", optional),
      ]),
    ],
    overrides,
  );
}

/** An answer that says only this of each criterion named. */
export function anAnswer(
  criteria: Record<string, CriterionState>,
  overrides: Partial<ScoringAnswer> = {},
): ScoringAnswer {
  return { criteria, ...overrides };
}

/** Answers by level picked, or "N/A"; a capability not named is unanswered. */
export function answersAt(
  framework: Framework,
  levels: Record<string, Level | "N/A">,
  setting: CareSetting = "acute",
): Answers {
  return new Map(
    capabilitiesOf(framework).flatMap((capability): [string, ScoringAnswer][] => {
      const level = levels[capability.id];
      if (level === undefined) return [];
      if (level === "N/A")
        return [[capability.id, { criteria: {}, notApplicable: { reason: "not_provided" } }]];
      return [[capability.id, { criteria: criteriaForLevel(capability, level, [setting]) }]];
    }),
  );
}
