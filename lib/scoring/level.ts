import type { Capability, CareSetting, Level, Thresholds } from "@/lib/framework/schema";
import type { ScoringAnswer } from "@/lib/scoring/answers";
import { EVERY_CRITERION, rungsOf, type Rung, type Rungs } from "@/lib/scoring/rungs";

/** What an answer says about a capability's level (design 3 §2). */
export type Judgement = {
  /** The level with everything undecided counted as not met. */
  low: Level;
  /** The level with everything undecided counted as met. */
  high: Level;
  /** Nothing undecided can change the level. */
  answered: boolean;
  /** Share of the criteria met at the next level that has any; 1 at the top. */
  progress: number;
  /** Ids of the criteria of that next level that are not met, undecided ones included. */
  missing: string[];
  /** Ids of criteria met beyond the level: listed, never counted. */
  above: string[];
  /** How many undecided criteria can still change the level. */
  openCriteria: number;
};

/**
 * The level of a capability in these settings: one setting, or all that an answer given once for the
 * organisation serves. No answer means everything is undecided. Pass `framework.thresholds`; left out, every
 * criterion of a level must be met. Whether the capability applies at all is for the caller to know.
 */
export function levelOf(
  capability: Capability,
  settings: readonly CareSetting[],
  answer: ScoringAnswer | undefined,
  thresholds: Thresholds = EVERY_CRITERION,
): Judgement {
  return judge(rungsOf(capability, settings, thresholds), answer);
}

/**
 * Climbs the ladder: a level is reached when its share of criteria is met and so is every level below it; a
 * level without criteria is passed through.
 */
export function judge(rungs: Rungs, answer: ScoringAnswer | undefined): Judgement {
  const judgement: Judgement = {
    low: 1,
    high: 1,
    answered: true,
    progress: 1,
    missing: [],
    above: [],
    openCriteria: 0,
  };
  let lowHolds = true;
  let highHolds = true;
  for (const { level, criteria, required } of rungs) {
    let met = 0;
    let undecided = 0;
    for (const { id } of criteria) {
      const state = answer?.criteria[id];
      if (state === "met") met += 1;
      else if (state !== "not_met" && state !== "not_known") undecided += 1;
    }
    if (lowHolds && met >= required) {
      judgement.low = level;
    } else if (lowHolds) {
      lowHolds = false;
      judgement.missing = idsWhere(criteria, answer, false);
      judgement.progress = met / criteria.length;
    }
    if (!lowHolds && met > 0) judgement.above.push(...idsWhere(criteria, answer, true));
    highHolds &&= met + undecided >= required;
    if (highHolds) judgement.high = level;
    if (highHolds && met < required) judgement.openCriteria += undecided;
  }
  judgement.answered = judgement.low === judgement.high;
  return judgement;
}

function idsWhere(criteria: Rung["criteria"], answer: ScoringAnswer | undefined, met: boolean): string[] {
  const ids: string[] = [];
  for (const { id } of criteria) if ((answer?.criteria[id] === "met") === met) ids.push(id);
  return ids;
}
