import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { criteriaNamed } from "./findings";
import type { Moved } from "./score-trend";

/** What is met now and was not then, and the other way round, in the words of the later version. */
export type WhyMoved = { met: string[]; lost: string[] };

/**
 * The criteria behind a level that moved: those met in one of two rounds alone. Criteria that only one of the two
 * versions asks are left out, since they say nothing about the trust.
 */
export function whyMoved(
  framework: Framework,
  setting: CareSetting,
  { id }: Moved,
  before: Answers,
  now: Answers,
): WhyMoved {
  const [then, today] = [before.get(id)?.criteria ?? {}, now.get(id)?.criteria ?? {}];
  const asked = Object.keys(today).filter((criterion) => criterion in then);
  const capability = findCapability(framework, id);
  const named = (ids: string[]) =>
    capability ? criteriaNamed(capability, setting, ids, now).map(({ text }) => text) : [];
  return {
    met: named(asked.filter((criterion) => today[criterion] === "met" && then[criterion] !== "met")),
    lost: named(asked.filter((criterion) => then[criterion] === "met" && today[criterion] !== "met")),
  };
}
