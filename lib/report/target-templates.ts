import { appliesIn, capabilitiesOf, isGate } from "@/lib/framework/find";
import type { Level, Stage } from "@/lib/framework/schema";
import { shortestRoute } from "@/lib/scoring/route";
import { dateInWords } from "./dates";
import type { Standing } from "./findings";
import { nextStage } from "./next-stage";
import { stageName } from "./stage-words";

/** A level for each of some capabilities, to be taken over as targets. */
export type TargetTemplateChoice = {
  /** As an address names it. */
  id: string;
  name: string;
  /** Where the levels come from, in a sentence. */
  from: string;
  levels: ReadonlyMap<string, Level>;
  /** The day it proposes, where it is a matter of one: at midnight UTC. A person may choose another. */
  by: Date | null;
};

/** What a board, region or other body published, as far as it is wanted here. */
export type PublishedLevels = {
  odsCode: string;
  organisationName: string;
  levels: Readonly<Record<string, Level>>;
};

const ESTABLISHED: Stage = 3;

/**
 * The templates that fit a care setting: its safeguards at the level that Established asks of them, the shortest way
 * to the next stage, and what its system published. None asks for a level that is reached already; one that asks for
 * nothing is left out. The next stage is proposed for the end of a financial year: the first that is no nearer to `today`
 * than the shortest lead time.
 */
export function templatesFor(
  standing: Standing,
  published: readonly PublishedLevels[],
  today: Date,
): TargetTemplateChoice[] {
  const { framework, setting, answers, result } = standing;
  const established = framework.stages.find(({ stage }) => stage === ESTABLISHED);
  const applicable = capabilitiesOf(framework).filter((capability) => appliesIn(capability, setting));
  const next = nextStage(framework, result);
  const route = next && shortestRoute(framework, setting, answers, { toStage: next.stage });
  const yearEnd = yearEndAfter(today, Math.min(...Object.values(framework.leadMonths)));
  const choices: TargetTemplateChoice[] = [
    ...(established
      ? [
          {
            id: "safeguards",
            by: null,
            name: `Safeguards at ${stageName(framework, ESTABLISHED)}`,
            from: `Every safeguard at level ${established.gateAtLeast}, which ${stageName(framework, ESTABLISHED)} asks of them.`,
            levels: new Map(
              applicable
                .filter((capability) => isGate(capability, setting))
                .map(({ id }) => [id, established.gateAtLeast]),
            ),
          },
        ]
      : []),
    ...(next && route?.ok
      ? [
          {
            id: "next-stage",
            by: yearEnd,
            name: `The next stage: ${next.name}`,
            from: `The shortest way to ${next.name} by effort, by ${dateInWords(yearEnd)} unless you choose another day. Benefit, safety and readiness are not in it.`,
            levels: new Map(route.route.raises.map(({ capability, to }) => [capability, to])),
          },
        ]
      : []),
    ...published.map(({ odsCode, organisationName, levels }) => ({
      id: odsCode,
      by: null,
      name: `What ${organisationName} would like to see`,
      from: `Published by ${organisationName}. It sets nobody’s targets.`,
      levels: new Map(
        applicable.flatMap(({ id }) => (levels[id] === undefined ? [] : [[id, levels[id]] as const])),
      ),
    })),
  ];
  const low = new Map(result.capabilities.map(({ id, low }) => [id, low]));
  return choices
    .map((choice) => ({
      ...choice,
      levels: new Map([...choice.levels].filter(([id, level]) => level > (low.get(id) ?? 5))),
    }))
    .filter(({ levels }) => levels.size > 0);
}

/** The first 31 March that is at least so many months away. */
function yearEndAfter(today: Date, months: number): Date {
  const soonest = new Date(today);
  soonest.setUTCMonth(soonest.getUTCMonth() + months);
  const end = new Date(Date.UTC(soonest.getUTCFullYear(), 2, 31));
  return end < soonest ? new Date(Date.UTC(soonest.getUTCFullYear() + 1, 2, 31)) : end;
}
