import { createHash } from "node:crypto";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework, Level } from "@/lib/framework/schema";
import { criteriaForLevel, type ScoringAnswer } from "@/lib/scoring/answers";
import { score } from "@/lib/scoring/score";

/**
 * Which way each WGLL pillar leans from a trust's mean: well led highest, empower people lowest, as in the published
 * DMA 2025 results. Wider than there, since whole levels of few capabilities even it out again.
 */
const PILLARS: Readonly<Record<string, number>> = {
  WL: 0.8,
  SF: 0.1,
  SP: 0,
  SW: 0.2,
  EP: -0.7,
  IC: -0.2,
  HP: -0.3,
};

export type Levels = ReadonlyMap<string, Level>;

type Wanted = {
  trust: string;
  overall: number;
  fixed: Readonly<Record<string, number>>;
  pillars?: Readonly<Record<string, number>> | undefined;
  /** The levels to start from: last year's, so that a trust changes by a few steps and not all over. */
  before?: Levels | undefined;
};

/**
 * Levels for one care setting that come to the wanted overall score as nearly as whole levels allow, the same at
 * every run. What the story fixes stays; the rest moves by single steps.
 */
export function levelsFor(framework: Framework, setting: CareSetting, wanted: Wanted): Map<string, Level> {
  const capabilities = capabilitiesOf(framework).filter((capability) => appliesIn(capability, setting));
  const levels = new Map<string, Level>(
    capabilities.map((capability) => [capability.id, startingLevel(capability, wanted)]),
  );
  const free = capabilities
    .filter(({ id }) => wanted.fixed[id] === undefined)
    .sort((one, other) => chance(wanted.trust, one.id, "order") - chance(wanted.trust, other.id, "order"));
  const overall = () => overallOf(framework, setting, capabilities, levels);
  for (const { id } of [...free, ...free, ...free]) {
    const short = wanted.overall - overall();
    if (Math.abs(short) < 0.02) break;
    const level = clamp((levels.get(id) ?? 1) + Math.sign(short));
    // A trust is seldom at the top or without anything: steps stay between 1 and 4.
    if (level <= 4) levels.set(id, level);
  }
  return levels;
}

function startingLevel({ id, lenses }: Capability, wanted: Wanted): Level {
  const told = wanted.fixed[id] ?? wanted.before?.get(id);
  if (told !== undefined) return clamp(told);
  const pillar = lenses.wgll?.[0] ?? "";
  const lean = wanted.pillars?.[pillar] ?? PILLARS[pillar] ?? 0;
  return clamp(Math.round(wanted.overall + lean + (chance(wanted.trust, id, "level") - 0.5) * 1.2));
}

function overallOf(
  framework: Framework,
  setting: CareSetting,
  capabilities: readonly Capability[],
  levels: Levels,
): number {
  const answers = new Map<string, ScoringAnswer>(
    capabilities.map((capability) => [
      capability.id,
      { criteria: criteriaForLevel(capability, levels.get(capability.id) ?? 1, [setting]) },
    ]),
  );
  return score(framework, setting, answers).overall?.low ?? 1;
}

function clamp(level: number): Level {
  return Math.min(5, Math.max(1, level)) as Level;
}

/** A number from 0 to 1 that depends on the words alone: the demo is the same at every run. */
export function chance(...words: readonly string[]): number {
  return createHash("sha256").update(words.join("/")).digest().readUInt32BE(0) / 2 ** 32;
}
