import type { CareSetting, Framework } from "@/lib/framework/schema";
import { findCapability } from "@/lib/framework/find";
import { comparablePairs } from "@/lib/framework/comparison";
import { settingName } from "@/lib/framework/setting-names";
import type { Answers } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { safeguardsOf } from "@/lib/scoring/safeguards";
import { boardAsk } from "./board-ask";
import { changeBetween, type RoundChange } from "./change";
import { titleIn } from "./findings";
import { gapSections } from "./gap-sections";
import { nextStage } from "./next-stage";
import type { ServingAnswers } from "./serving-answers";
import {
  distanceInWords,
  heldByBriefly,
  overallInFigures,
  stageInWords,
  withoutSensitive,
} from "./stage-words";
import type { SignedBy } from "./status-words";
import { surenessOf, type Sureness } from "./sureness";
import type { SetTarget } from "./targets";

/** One signed-off result of a care setting: frozen, never worked out again. */
export type SignedResult = {
  assessmentId: string;
  round: string;
  framework: Framework;
  result: Result;
  signedBy: SignedBy;
};

/** The answers behind the latest result; null where they can no longer be told from a draft. */
export type BehindResult = {
  answers: Answers;
  targets: readonly SetTarget[];
  serving: ServingAnswers | null;
} | null;

/** What a board reads about one care setting, in the order it reads it. */
export type BoardPanel = {
  setting: CareSetting;
  name: string;
  latest: SignedResult;
  safeguards: {
    secured: number;
    of: number;
    /** Those below level 3, named; and how many more are not named to this person. */
    below: { id: string; text: string }[];
    hidden: number;
  };
  stage: string;
  score: string;
  /** Against the round before: null where there is none. */
  change: { since: string; compared: RoundChange | null } | null;
  distance: string;
  next: string | null;
  /** What is not met for the next stage, at most three lines, and how many more there are. */
  between: { lines: string[]; more: number };
  ask: string[];
  sureness: Sureness | null;
};

const NAMED = 3;

/** The panel of one care setting from its signed-off results, newest first. Drafts never come in here. */
export function boardPanel(
  setting: CareSetting,
  [latest, before]: readonly [SignedResult, ...SignedResult[]],
  behind: BehindResult,
  { showSensitive }: { showSensitive: boolean },
): BoardPanel {
  const { framework, result } = latest;
  const standing = behind && { framework, setting, result, answers: behind.answers };
  const safeguards = safeguardsIn(setting, latest, showSensitive);
  const lines = linesBetween(setting, latest, showSensitive);
  return {
    setting,
    name: settingName(framework, setting),
    latest,
    safeguards,
    stage: stageInWords(framework, result),
    score: overallInFigures(framework, result),
    change: before ? { since: before.round, compared: changeSince(setting, before, latest) } : null,
    distance: distanceInWords(framework, result),
    next: nextStage(framework, result)?.name ?? null,
    between: { lines: lines.slice(0, NAMED), more: Math.max(0, lines.length - NAMED) },
    ask: standing ? boardAsk(gapSections(standing, behind.targets, { showSensitive })) : [],
    sureness: standing && surenessOf(standing, behind.serving),
  };
}

/** The change between two signed-off rounds, only on what may be compared; null where nothing may be. */
export function changeSince(
  setting: CareSetting,
  before: SignedResult,
  latest: SignedResult,
): RoundChange | null {
  const pairs = comparablePairs(before.framework, latest.framework);
  return changeBetween(latest.framework, setting, before.result, latest.result, pairs);
}

/** The unmet conditions in the engine's order. Safeguards that the panel has just listed are not listed again. */
function linesBetween(
  setting: CareSetting,
  { framework, result }: SignedResult,
  showSensitive: boolean,
): string[] {
  const all = heldByBriefly(framework, setting, result);
  const gates = all.filter(({ kind }) => kind === "gate");
  const below = safeguardsOf(framework, setting, result).filter(({ secured }) => !secured);
  if (gates.length === 0 || gates.length !== below.length) {
    return (showSensitive ? all : withoutSensitive(all)).map(({ text }) => text);
  }
  const above = gates.length === 1 ? "The safeguard above" : `The ${gates.length} safeguards above`;
  const texts = all.map(({ kind, text }) => (kind === "gate" ? above : text));
  return texts.filter((text, index) => texts.indexOf(text) === index);
}

function safeguardsIn(
  setting: CareSetting,
  { framework, result }: SignedResult,
  showSensitive: boolean,
): BoardPanel["safeguards"] {
  const all = safeguardsOf(framework, setting, result);
  const below = all.filter(({ secured }) => !secured);
  const named = below.flatMap(({ capabilityId, level }) => {
    const capability = findCapability(framework, capabilityId);
    if (!capability || (capability.sensitive && !showSensitive)) return [];
    return [{ id: capabilityId, text: `${titleIn(capability, setting)}: level ${level}` }];
  });
  return {
    secured: all.length - below.length,
    of: all.length,
    below: named,
    hidden: below.length - named.length,
  };
}
