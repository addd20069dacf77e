import type { KeptReview } from "@/lib/assessment/review";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import type { Answers } from "@/lib/scoring/answers";
import type { Evidenced } from "@/lib/scoring/evidenced";
import type { Agreed } from "./agreed";
import { boardAsk } from "./board-ask";
import type { RoundChange } from "./change";
import { titleIn, type Standing } from "./findings";
import { firstFew } from "./first-few";
import { type GapSection, gapSections } from "./gap-sections";
import { nextStage } from "./next-stage";
import { challengesInWords, reviewInWords } from "./review-words";
import { changeSince, type KeptScore } from "./score-trend";
import {
  distanceInWords,
  heldByBriefly,
  orNotTold,
  overallInFigures,
  stageInWords,
  stagePlace,
  withoutSensitive,
} from "./stage-words";
import type { SignedBy } from "./status-words";
import { type Confidences, evidencedBriefly, type Sureness, surenessOf } from "./sureness";
import { type SetTarget, targetsIn } from "./targets";
import { type ToldResult, toldResult } from "./told-result";
import type { Audience } from "./unnamed";

/** One signed-off result of a care setting: frozen, never worked out again. */
export type SignedResult = KeptScore & { signedBy: SignedBy };

/** What a sign-off keeps beside its figures. */
export type BehindResult = Agreed & {
  answers: Answers;
  confidences: Confidences;
  /** Null for a sign-off from before evidence was kept. */
  evidenced: Evidenced | null;
  review: KeptReview;
  /** Targets of the trust that were approved since, where a round is open. */
  approvedSince: readonly SetTarget[];
  /** Challenges to the round that are open now: none while it is signed, some perhaps once it is opened again. */
  openChallenges: number;
};

/** Who a board report is for, and whether those may see sensitive items; the public never does. */
export type BoardView = { audience: Audience; showSensitive: boolean };

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
    /** Sensitive ones that stand in no count, since it would give each of them away. */
    untold: number;
  };
  stage: string;
  /** "stage 2 of 5"; null where the stage is a range. */
  place: string | null;
  score: string;
  /** Against the round before: null where there is none. */
  change: { since: string; compared: RoundChange | null } | null;
  distance: string;
  next: string | null;
  /** What is not met for the next stage, the first few in a line each, and how many more there are. */
  between: { named: string[]; more: number };
  ask: string[];
  /** How sure one can be: evidence, independent review, challenges. A sentence each, without its full stop. */
  sure: string[];
  sureness: Sureness;
  gaps: GapSection[];
};

const NAMED = 3;

/** The panel of one care setting from its signed-off results, newest first. Drafts never come in here. */
export function boardPanel(
  setting: CareSetting,
  [signed, before]: readonly [SignedResult, ...SignedResult[]],
  behind: BehindResult,
  view: BoardView,
): BoardPanel {
  const { framework } = signed;
  const told = toldResult(framework, setting, signed.result, view);
  const { result, untold } = told;
  const latest = { ...signed, result };
  const { answers, evidenced, targets, gapViews, review } = behind;
  const standing: Standing = { framework, setting, result, answers, evidenced, gapViews };
  const lines = orNotTold(framework, result, linesBetween(setting, latest, told, view));
  const gaps = gapSections(standing, targets, view);
  const all = view.showSensitive ? gaps : gapSections(standing, targets, { showSensitive: true });
  const sureness = surenessOf(standing, behind.confidences);
  return {
    setting,
    name: settingName(framework, setting),
    latest,
    safeguards: safeguardsIn(setting, latest, told, view),
    stage: stageInWords(framework, result),
    place: stagePlace(framework, result),
    score: overallInFigures(result),
    change: before ? { since: before.round, compared: changeSince(setting, before, latest) } : null,
    distance: distanceInWords(framework, result),
    next: nextStage(framework, result)?.name ?? null,
    between: firstFew(lines, NAMED),
    ask: boardAsk(all, targetsIn(setting, behind.approvedSince), { ...view, untold: untold > 0 }),
    sure: [
      evidencedBriefly(sureness) ?? "How much stands on evidence was not kept with this round",
      reviewInWords(review),
      challengesInWords(behind.openChallenges, review),
    ],
    sureness,
    gaps,
  };
}

/** The unmet conditions in the engine's order. Safeguards that the panel has just listed are not listed again. */
function linesBetween(
  setting: CareSetting,
  { framework, result }: SignedResult,
  { safeguards }: ToldResult,
  { audience, showSensitive }: BoardView,
): string[] {
  const all = heldByBriefly(framework, setting, result, audience);
  const gates = all.filter(({ kind }) => kind === "gate");
  const below = safeguards.filter(({ secured }) => !secured);
  if (gates.length === 0 || gates.length !== below.length) {
    return (showSensitive ? all : withoutSensitive(all, audience)).map(({ text }) => text);
  }
  const above = gates.length === 1 ? "The safeguard above" : `The ${gates.length} safeguards above`;
  const texts = all.map(({ kind, text }) => (kind === "gate" ? above : text));
  return texts.filter((text, index) => texts.indexOf(text) === index);
}

function safeguardsIn(
  setting: CareSetting,
  { framework }: SignedResult,
  { safeguards: all, untold }: ToldResult,
  { audience, showSensitive }: BoardView,
): BoardPanel["safeguards"] {
  const below = all.filter(({ secured }) => !secured);
  const named = below.flatMap(({ capabilityId, level }) => {
    const capability = findCapability(framework, capabilityId);
    if (!capability || (capability.sensitive && !showSensitive)) return [];
    const title = titleIn(capability, setting);
    return [{ id: capabilityId, text: audience === "public" ? title : `${title}: level ${level}` }];
  });
  return {
    secured: all.length - below.length,
    of: all.length,
    below: named,
    hidden: below.length - named.length,
    untold,
  };
}
