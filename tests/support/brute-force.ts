import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { Capability, Framework, Level } from "@/lib/framework/schema";
import type { Answers, ScoringAnswer } from "@/lib/scoring/answers";
import { levelOf } from "@/lib/scoring/level";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";

// Tries every combination of raises on a small framework, in the acute setting, and leaves the judging to the
// engine. Slow and plain on purpose: it shares no rule of the search with lib/scoring/route.

export type Candidate = {
  cost: number;
  raises: { capability: string; from: Level; to: Level; cost: number; criteria: string[] }[];
  result: Result;
};

type Option = { to: Level; cost: number; criteria: string[] };

/** Every combination of raises there is; those named stay as they are. */
export function everyCandidate(
  framework: Framework,
  answers: Answers,
  exclude: ReadonlySet<string> = new Set(),
): Candidate[] {
  const capabilities = capabilitiesOf(framework).filter(
    (capability) => appliesIn(capability, "acute") && !answers.get(capability.id)?.notApplicable,
  );
  let candidates: { raises: Candidate["raises"]; answers: Answers }[] = [{ raises: [], answers }];
  for (const capability of capabilities) {
    const { id } = capability;
    const answer = answers.get(id);
    const from = levelOf(capability, ["acute"], answer, framework.thresholds).low;
    const options = exclude.has(id) ? [] : everyOption(framework, capability, answer, from);
    candidates = candidates.flatMap((candidate) => [
      candidate,
      ...options.map((option) => ({
        raises: [...candidate.raises, { capability: id, from, ...option }],
        answers: new Map(candidate.answers).set(id, meeting(answer, option.criteria)),
      })),
    ]);
  }
  return candidates.map(({ raises, answers: met }) => ({
    cost: raises.reduce((sum, { cost }) => sum + cost, 0),
    raises,
    result: score(framework, "acute", met),
  }));
}

/** Cost, then number of capabilities, then the list first in framework order, then lower levels. */
export function firstOf(framework: Framework, candidates: readonly Candidate[]): Candidate | undefined {
  const order = capabilitiesOf(framework).map(({ id }) => id);
  return [...candidates].sort(
    (a, b) =>
      a.cost - b.cost ||
      a.raises.length - b.raises.length ||
      firstDifference(
        a.raises.map(({ capability }) => order.indexOf(capability)),
        b.raises.map(({ capability }) => order.indexOf(capability)),
      ) ||
      firstDifference(
        a.raises.map(({ to }) => to),
        b.raises.map(({ to }) => to),
      ),
  )[0];
}

/** For each level that meeting some set of criteria leads to, the cheapest set, the first in file order of equals. */
function everyOption(
  framework: Framework,
  capability: Capability,
  answer: ScoringAnswer | undefined,
  from: Level,
): Option[] {
  const unmet = capability.levels
    .flatMap(({ criteria }) => criteria)
    .filter((criterion) => appliesIn(criterion, "acute") && answer?.criteria[criterion.id] !== "met");
  const best = new Map<Level, Option & { places: number[] }>();
  for (let bits = 1; bits < 2 ** unmet.length; bits += 1) {
    const places = unmet.map((_, i) => i).filter((i) => (bits >> i) & 1);
    const chosen = places.flatMap((i) => unmet[i] ?? []);
    const criteria = chosen.map(({ id }) => id);
    const cost = chosen.reduce((sum, { effort }) => sum + framework.effortPoints[effort], 0);
    const to = levelOf(capability, ["acute"], meeting(answer, criteria), framework.thresholds).low;
    const known = best.get(to);
    const better =
      !known || cost < known.cost || (cost === known.cost && firstDifference(places, known.places) < 0);
    if (to > from && better) best.set(to, { to, cost, criteria, places });
  }
  return [...best.values()].map(({ to, cost, criteria }) => ({ to, cost, criteria }));
}

function meeting(answer: ScoringAnswer | undefined, criteria: readonly string[]): ScoringAnswer {
  return {
    ...answer,
    criteria: { ...answer?.criteria, ...Object.fromEntries(criteria.map((id) => [id, "met" as const])) },
  };
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
