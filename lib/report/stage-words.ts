import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework, Stage } from "@/lib/framework/schema";
import { nameIn } from "@/lib/framework/wording";
import type { Bounds, Result, Shortfall } from "@/lib/scoring/result";
import { shownScore } from "@/lib/scoring/shown";
import { nextStage } from "./next-stage";
import { type Audience, unnamedBelow } from "./unnamed";

/** The name of a stage, "Established". */
export function stageName(framework: Framework, stage: Stage): string {
  return framework.stages.find((rule) => rule.stage === stage)?.name ?? `Stage ${stage}`;
}

/** The stage in words: "Developing", or while answers are open "Foundational to Developing". */
export function stageInWords(framework: Framework, { stage }: Pick<Result, "stage">): string {
  const low = stageName(framework, stage.low);
  return stage.low === stage.high ? low : `${low} to ${stageName(framework, stage.high)}`;
}

/** "stage 2 of 5"; null while it may still be one of several. */
export function stagePlace({ stages }: Framework, { stage }: Pick<Result, "stage">): string | null {
  return stage.low === stage.high ? `stage ${stage.low} of ${stages.length}` : null;
}

/** A score in figures: "2.6", or while answers are open "2.1 to 3.4"; "no score" where nothing applies. */
export function scoreInFigures(bounds: Bounds | null, needs?: number): string {
  if (bounds === null) return "no score";
  const low = shownScore(bounds.low, needs);
  const high = shownScore(bounds.high, needs);
  return low === high ? low : `${low} to ${high}`;
}

/**
 * The overall score in figures, the same wherever it stands: never rounded up to what the next stage needs, so that
 * a headline does not say more than the condition beside it.
 */
export function overallInFigures(result: Pick<Result, "overall" | "heldBy">): string {
  return scoreInFigures(result.overall, overallMissing(result));
}

/** The overall score that the next stage needs and this result has not; undefined where it is reached. */
export function overallMissing({ heldBy }: Pick<Result, "heldBy">): number | undefined {
  return heldBy.find(({ kind }) => kind === "overall")?.needs;
}

/** The overall score at the low end of its range, for what is compared with today or only supposed. */
export function lowScoreInFigures({ overall, heldBy }: Pick<Result, "overall" | "heldBy">): string {
  return overallInFigures({ heldBy, overall: overall && { low: overall.low, high: overall.low } });
}

/** A dimension's score in figures, never rounded up to what the next stage needs of it. */
export function dimensionInFigures(
  framework: Framework,
  result: Pick<Result, "stage">,
  bounds: Bounds | null,
): string {
  return scoreInFigures(bounds, nextStage(framework, result)?.dimension ?? undefined);
}

/** How far it is: "5 of 18 conditions left to Established", or that there is no stage above. */
export function distanceInWords(framework: Framework, result: Pick<Result, "stage" | "distance">): string {
  const next = nextStage(framework, result);
  if (!next) return "There is no stage above this one";
  const { unmet, of } = result.distance;
  return `${unmet} of ${of} conditions left to ${next.name}`;
}

/** One reason why the next stage is not held, in a sentence, and the capability or dimension it is about. */
export type HeldBy = {
  kind: Shortfall["kind"];
  text: string;
  capabilityId: string | null;
  dimensionId: string | null;
  /** True where only those who may see sensitive items are told which capability it is. */
  sensitive: boolean;
};

/** What holds the stage where it is, in the engine's order: overall, safeguards, dimensions. */
export function heldByInWords(framework: Framework, setting: CareSetting, result: Result): HeldBy[] {
  return result.heldBy.map((shortfall) => shortfallInWords(framework, setting, shortfall));
}

/** The same in few words, where space is short: "Overall 2.6, needs 3.0". */
export function heldByBriefly(
  framework: Framework,
  setting: CareSetting,
  result: Result,
  audience: Audience = "private",
): HeldBy[] {
  return result.heldBy.map((shortfall) => {
    const told = shortfallInWords(framework, setting, shortfall);
    return { ...told, text: briefly(framework, setting, shortfall, audience) };
  });
}

function briefly(
  framework: Framework,
  setting: CareSetting,
  shortfall: Shortfall,
  audience: Audience,
): string {
  if (shortfall.kind === "gate") {
    const capability = findCapability(framework, shortfall.capability);
    const name = capability ? `${capability.number} ${nameIn(capability, setting)}` : shortfall.capability;
    if (audience === "public") return `${name}: below the level it needs`;
    return `${name}: level ${shortfall.value}, needs ${shortfall.needs}`;
  }
  const { value, needs } = shortfall;
  const name =
    shortfall.kind === "overall"
      ? "Overall score"
      : framework.dimensions.find(({ id }) => id === shortfall.dimension)?.name;
  return `${name ?? "A dimension"} ${value === null ? "missing" : shownScore(value, needs)}, needs ${shownScore(needs)}`;
}

/** One unmet condition of a stage, in a sentence. */
export function shortfallInWords(framework: Framework, setting: CareSetting, shortfall: Shortfall): HeldBy {
  const none = { capabilityId: null, dimensionId: null, sensitive: false };
  if (shortfall.kind === "overall") {
    const value = shortfall.value === null ? "missing" : shownScore(shortfall.value, shortfall.needs);
    const text = `The overall score is ${value} and needs to be ${shownScore(shortfall.needs)}`;
    return { kind: "overall", text, ...none };
  }
  if (shortfall.kind === "gate") {
    const capability = findCapability(framework, shortfall.capability);
    const name = capability ? `${capability.number} ${nameIn(capability, setting)}` : shortfall.capability;
    return {
      kind: "gate",
      text: `Safeguard ${name} is at level ${shortfall.value} and needs level ${shortfall.needs}`,
      capabilityId: shortfall.capability,
      dimensionId: null,
      sensitive: capability?.sensitive ?? true,
    };
  }
  const dimension = framework.dimensions.find(({ id }) => id === shortfall.dimension);
  const value = shownScore(shortfall.value, shortfall.needs);
  const text = `${dimension?.name ?? shortfall.dimension} scores ${value} and needs ${shownScore(shortfall.needs)}`;
  return { kind: "dimension", text, capabilityId: null, dimensionId: shortfall.dimension, sensitive: false };
}

/**
 * The same reasons for people who may not see sensitive items: safeguards among those become one line with a
 * count and no name (design: product, sensitive capabilities).
 */
export function withoutSensitive(reasons: readonly HeldBy[], audience: Audience = "private"): HeldBy[] {
  const hidden = reasons.filter(({ sensitive }) => sensitive).length;
  if (hidden === 0) return [...reasons];
  const text = unnamedBelow(hidden, audience);
  const shown = reasons.filter(({ sensitive }) => !sensitive);
  const line: HeldBy = { kind: "gate", text, capabilityId: null, dimensionId: null, sensitive: false };
  const at = shown.findIndex(({ kind }) => kind !== "overall");
  return at < 0 ? [...shown, line] : [...shown.slice(0, at), line, ...shown.slice(at)];
}

/**
 * What stands before the next stage in sentences, and where none of it may be told, that there is more to it: an empty
 * list would read as if nothing did.
 */
export function orNotTold(
  framework: Framework,
  result: Pick<Result, "stage">,
  told: readonly string[],
): string[] {
  if (told.length > 0 || nextStage(framework, result) === null) return [...told];
  return ["What else it takes is sensitive and not told here"];
}

/** A change of a score in words that need no colour: "Up 0.2", "Down 0.1" or "No change". */
export function changeInFigures(by: number): string {
  const shown = shownScore(Math.abs(by));
  if (shown === "0.0") return "No change";
  return `${by > 0 ? "Up" : "Down"} ${shown}`;
}
