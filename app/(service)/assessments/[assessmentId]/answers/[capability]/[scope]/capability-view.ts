import type { Rung } from "@/components/assessment/criteria-ladder";
import { pickedLevel } from "@/lib/assessment/picked-level";
import { type AnswerScope, differsHere, settingsServed } from "@/lib/assessment/scopes";
import { scoringAnswer, type StoredAnswer } from "@/lib/assessment/stored-answer";
import { criteriaIn, isGate } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework, Level } from "@/lib/framework/schema";
import { nameIn, stemIn, textIn } from "@/lib/framework/wording";
import { levelOf } from "@/lib/scoring/level";

/** What the page of one capability shows, from its answers. */
export function capabilityView(
  framework: Framework,
  careSettings: readonly CareSetting[],
  capability: Capability,
  scope: AnswerScope,
  rows: readonly StoredAnswer[],
) {
  const settings = settingsServed(capability, careSettings, scope);
  // One setting's own words where the answer serves that one alone; else the words for everybody.
  const voice = settings.length === 1 ? (settings[0] ?? null) : null;
  const row = rows.find((candidate) => candidate.scope === scope);
  const answer = row?.withdrawn ? undefined : row;
  const level = levelOf(capability, settings, answer && scoringAnswer(answer));
  const levelNames = new Map<number, string>(framework.levels.map(({ level: at, name }) => [at, name]));
  const rungs = rungsOf(capability, settings, voice, levelNames);
  const next = rungs.find((rung) => rung.level > level.low) ?? null;
  const reason = capability.mayBeNotApplicable?.reasons.find(({ id }) => id === answer?.notApplicable);
  return {
    name: nameIn(capability, voice),
    stem: stemIn(capability, voice),
    settings,
    answer,
    /** The answer as it is kept, one that was taken back included. */
    row,
    /** The version to save against: it counts on where an own answer was taken back. */
    version: row?.version ?? 0,
    level,
    levelNames,
    rungs,
    next,
    open: next ? [next.level] : [],
    missing: next ? next.criteria.filter(({ id }) => level.missing.includes(id)) : [],
    picked: answer ? pickedLevel(capability, settings, answer.criteria) : null,
    notApplicableText: answer?.notApplicable ? (reason?.text ?? "reason no longer listed") : null,
    safeguard: settings.some((setting) => isGate(capability, setting)),
    differsHere: differsHere(capability, scope),
  };
}

function rungsOf(
  capability: Capability,
  settings: readonly CareSetting[],
  voice: CareSetting | null,
  levelNames: ReadonlyMap<number, string>,
): Rung[] {
  const hints = new Map<Level, string | null>(capability.levels.map(({ level, hint }) => [level, hint]));
  return criteriaIn(capability, settings)
    .filter(({ criteria }) => criteria.length > 0)
    .map(({ level, criteria }) => ({
      level,
      name: levelNames.get(level) ?? "",
      hint: hints.get(level) ?? null,
      criteria: criteria.map((criterion) => ({ id: criterion.id, text: textIn(criterion, voice) })),
    }));
}
