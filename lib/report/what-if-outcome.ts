import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { type Supposition, whatIf } from "@/lib/scoring/what-if";
import { cautionsFor } from "./cautions";
import { longestLead, monthsInWords, pointsInWords } from "./effort-words";
import { type Standing, titleIn } from "./findings";
import { nextStage } from "./next-stage";
import { toldResult } from "./told-result";
import {
  distanceInWords,
  heldByInWords,
  lowScoreInFigures,
  orNotTold,
  stageName,
  withoutSensitive,
} from "./stage-words";

/** What ticked criteria would come to, in words that a page and a browser show alike. */
export type WhatIfOutcome = {
  /** How many ticks count. */
  ticks: number;
  /** All of it in a sentence or two, to be read out as ticks change. */
  summary: string;
  measures: { name: string; today: string; then: string }[];
  /** The effort of what is to be met; null where nothing is. */
  effort: string | null;
  /** Capabilities whose level changes: "6.3 Continuity: from level 2 to level 3". */
  levels: string[];
  /** Why some ticks change nothing yet; null where all count. */
  waiting: string | null;
  cautions: string[];
  heldBy: { heading: string; reasons: string[] };
};

/** What these ticks would come to, from the low end of a range, beside today. Sensitive safeguards as everywhere. */
export function whatIfOutcome(
  standing: Standing,
  supposed: Required<Supposition>,
  { showSensitive }: { showSensitive: boolean },
): WhatIfOutcome {
  const { framework, setting, answers, result: today } = standing;
  const { result: then } = toldResult(framework, setting, whatIf(framework, setting, answers, supposed), {
    showSensitive,
  });
  const ticks = supposed.met.size + supposed.lost.size;
  const changed = changedLevels(standing, then, showSensitive);
  const held = heldByInWords(framework, setting, then);
  const next = nextStage(framework, then);
  return {
    ticks,
    summary: `${ticks === 0 ? "Nothing is ticked, so this is today" : `With ${ticks} ${ticks === 1 ? "change" : "changes"}`}: ${positionInWords(framework, then)}`,
    measures: [
      {
        name: "Stage",
        today: stageName(framework, today.stage.low),
        then: stageName(framework, then.stage.low),
      },
      {
        name: "Overall score",
        today: lowScoreInFigures(today),
        then: lowScoreInFigures(then),
      },
      {
        name: "Distance",
        today: distanceInWords(framework, today),
        then: distanceInWords(framework, then),
      },
    ],
    effort: effortOf(framework, supposed.met),
    levels: changed.map(({ text }) => text),
    waiting: waitingInWords(then, supposed.met),
    cautions: changed
      .filter(({ rises }) => rises)
      .flatMap(({ capability, title }) =>
        cautionsFor(standing, capability, then, { showSensitive, way: "this" }).map(
          (caution) => `${title}. ${caution}`,
        ),
      ),
    heldBy: {
      heading: next ? `What would still stand before ${next.name}` : "What would hold it there",
      reasons: orNotTold(
        framework,
        then,
        (showSensitive ? held : withoutSensitive(held)).map(({ text }) => text),
      ),
    },
  };
}

function positionInWords(framework: Framework, result: Result): string {
  const stage = stageName(framework, result.stage.low);
  return `${stage}, score ${lowScoreInFigures(result)}. ${distanceInWords(framework, result)}.`;
}

function changedLevels({ framework, setting, result }: Standing, then: Result, showSensitive: boolean) {
  const levels = new Map(then.capabilities.map(({ id, low }) => [id, low]));
  return capabilitiesOf(framework).flatMap((capability) => {
    const from = result.capabilities.find(({ id }) => id === capability.id)?.low;
    const to = levels.get(capability.id);
    if (from === undefined || to === undefined || from === to) return [];
    if (capability.sensitive && !showSensitive) return [];
    const title = titleIn(capability, setting);
    return [{ capability, title, rises: to > from, text: `${title}: from level ${from} to level ${to}` }];
  });
}

function effortOf(framework: Framework, met: ReadonlySet<string>): string | null {
  const efforts = capabilitiesOf(framework)
    .flatMap(({ levels }) => levels.flatMap(({ criteria }) => criteria))
    .filter(({ id }) => met.has(id))
    .map(({ effort }) => effort);
  if (efforts.length === 0) return null;
  const points = efforts.reduce((sum, effort) => sum + framework.effortPoints[effort], 0);
  return `${pointsInWords(points)} of effort; the longest piece usually takes about ${monthsInWords(longestLead(framework, efforts))}`;
}

function waitingInWords(then: Result, met: ReadonlySet<string>): string | null {
  const waiting = then.capabilities.flatMap(({ above }) => above).filter((id) => met.has(id)).length;
  if (waiting === 0) return null;
  const ticks = waiting === 1 ? "1 tick does" : `${waiting} ticks do`;
  return `${ticks} not count yet: something is still missing in the level they belong to, or in one below it.`;
}
