import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { PlannedAction } from "@/lib/plan/action";
import type { Answers } from "@/lib/scoring/answers";
import { criteriaNamed } from "./findings";
import type { Moved } from "./score-trend";

/** What is met now and was not then, and the other way round, in the words of the later version. */
export type WhyMoved = { met: string[]; lost: string[] };

/** Two rounds' answers in one care setting, in the framework of the later. */
export type TwoRounds = { framework: Framework; setting: CareSetting; before: Answers; now: Answers };

/**
 * The criteria behind a level that moved: those met in one of two rounds alone. Criteria that only one of the two
 * versions asks are left out, since they say nothing about the trust.
 */
export function whyMoved(rounds: TwoRounds, { id }: Moved): WhyMoved {
  const { framework, setting, now } = rounds;
  const { met, lost } = criteriaMoved(rounds, id);
  const capability = findCapability(framework, id);
  const named = (ids: string[]) =>
    capability ? criteriaNamed(capability, setting, ids, now).map(({ text }) => text) : [];
  return { met: named(met), lost: named(lost) };
}

/**
 * The finished actions behind a level that rose: those that were to meet a criterion which is met now and was not then,
 * and were finished by the day the later round was signed (`until`, written 2027-03-31), in the order given.
 */
export function actionsBehind(
  rounds: TwoRounds,
  { id }: Moved,
  actions: readonly PlannedAction[],
  until: string,
): PlannedAction[] {
  const { met } = criteriaMoved(rounds, id);
  return actions.filter(
    ({ status, finishedOn, serves }) =>
      status === "finished" &&
      finishedOn !== null &&
      finishedOn <= until &&
      serves.some(
        ({ capabilityId, scope, criteria }) =>
          capabilityId === id &&
          (scope === "organisation" || scope === rounds.setting) &&
          criteria.some((criterion) => met.includes(criterion)),
      ),
  );
}

function criteriaMoved({ before, now }: TwoRounds, id: string): { met: string[]; lost: string[] } {
  const [then, today] = [before.get(id)?.criteria ?? {}, now.get(id)?.criteria ?? {}];
  const asked = Object.keys(today).filter((criterion) => criterion in then);
  return {
    met: asked.filter((criterion) => today[criterion] === "met" && then[criterion] !== "met"),
    lost: asked.filter((criterion) => then[criterion] === "met" && today[criterion] !== "met"),
  };
}
