import type { AnswerDetails, AnswerDocument } from "@/lib/exchange/assessment-schema";
import { appliesIn, capabilitiesOf, criteriaIn } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { criteriaForLevel, type CriterionState, type ScoringAnswer } from "@/lib/scoring/answers";

/** A problem below an answer: the keys that lead to it from there. */
export type Wrong = { at: string[]; message: string };

/** What of an answer does not fit its capability, or the care setting. `criteria` are the ids as they were sent. */
export function answerProblems(
  answer: AnswerDocument,
  capability: Capability,
  framework: Framework,
  careSetting: CareSetting,
  criteria: readonly string[],
): Wrong[] {
  if (!appliesIn(capability, careSetting)) {
    return [{ at: ["capability"], message: `${capability.id} does not apply in ${careSetting}` }];
  }
  const ways = [answer.level, answer.criteria, answer.notApplicable].filter((way) => way !== undefined);
  const wrong: Wrong[] = [];
  if (ways.length > 1) wrong.push({ at: [], message: "give only one of level, criteria and notApplicable" });
  for (const criterion of criteria) {
    const message = criterionProblem(criterion, capability, framework, careSetting);
    if (message) wrong.push({ at: ["criteria", criterion], message });
  }
  if (answer.notApplicable && capability.mayBeNotApplicable === null) {
    wrong.push({ at: ["notApplicable"], message: `${capability.id} can never be not applicable` });
  } else if (answer.notApplicable) {
    const { reason } = answer.notApplicable;
    const reasons = capability.mayBeNotApplicable?.reasons.map(({ id }) => id) ?? [];
    if (!reasons.includes(reason)) {
      wrong.push({ at: ["notApplicable", "reason"], message: `must be one of: ${reasons.join(", ")}` });
    }
  }
  return wrong;
}

function criterionProblem(
  id: string,
  capability: Capability,
  framework: Framework,
  careSetting: CareSetting,
): string | undefined {
  const criterion = capability.levels.flatMap(({ criteria }) => criteria).find((found) => found.id === id);
  if (criterion) return appliesIn(criterion, careSetting) ? undefined : `does not apply in ${careSetting}`;
  const owner = capabilitiesOf(framework).find(({ levels }) =>
    levels.some(({ criteria }) => criteria.some((found) => found.id === id)),
  );
  return owner ? `belongs to ${owner.id}, not to ${capability.id}` : `is not a criterion of ${capability.id}`;
}

/** What the engine needs of an answer; a level stands for its criteria. */
export function scoringAnswer(
  answer: AnswerDocument,
  capability: Capability,
  careSetting: CareSetting,
): ScoringAnswer {
  return {
    criteria:
      answer.level === undefined
        ? (answer.criteria ?? {})
        : criteriaForLevel(capability, answer.level, [careSetting]),
    ...(answer.notApplicable && { notApplicable: answer.notApplicable }),
    ...(answer.carriedForward && { carriedForward: true }),
  };
}

/** One answer as a document says it, with the criteria that apply in the care setting. */
export function answerDocument(
  capability: Capability,
  careSetting: CareSetting,
  answer: ScoringAnswer | undefined,
  details: AnswerDetails | undefined,
): AnswerDocument {
  const criteria: Record<string, CriterionState> = {};
  for (const { id } of criteriaIn(capability, [careSetting]).flatMap((step) => step.criteria)) {
    const state = answer?.criteria[id];
    if (state === "met" || state === "not_met" || state === "not_known") criteria[id] = state;
  }
  return {
    capability: capability.id,
    ...(answer && (answer.notApplicable ? { notApplicable: answer.notApplicable } : { criteria })),
    ...(answer?.carriedForward && { carriedForward: true }),
    ...details,
  };
}
