import { appliesIn } from "@/lib/framework/find";
import type { Capability, CareSetting, Dimension, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { nameIn, stemIn, textIn } from "@/lib/framework/wording";
import { wordsOf } from "./words";

/** Something written about a capability, where it stands, and how much a find in it counts. */
export type Passage = {
  where: string;
  text: string;
  words: readonly string[];
  weight: number;
  isName: boolean;
};

export type Entry = { capability: Capability; dimension: Dimension; passages: readonly Passage[] };

const kept = new WeakMap<Framework, Map<CareSetting | null, readonly Entry[]>>();

/**
 * All that is written about each capability: in one care setting's words where it applies there, or without a
 * setting in everybody's. Kept, since frameworks never change in memory.
 */
export function entriesOf(framework: Framework, setting: CareSetting | null): readonly Entry[] {
  const bySetting = kept.get(framework) ?? new Map<CareSetting | null, readonly Entry[]>();
  const found = bySetting.get(setting);
  if (found) return found;
  const entries = framework.dimensions.flatMap((dimension) =>
    dimension.capabilities
      .filter((capability) => setting === null || appliesIn(capability, setting))
      .map((capability) => ({
        capability,
        dimension,
        passages: passagesOf(framework, dimension, capability, setting),
      })),
  );
  kept.set(framework, bySetting.set(setting, entries));
  return entries;
}

function passagesOf(
  framework: Framework,
  dimension: Dimension,
  capability: Capability,
  setting: CareSetting | null,
): Passage[] {
  const say = (where: string, text: string, weight: number, isName = false): Passage => ({
    where,
    text,
    weight,
    isName,
    words: [...new Set(wordsOf(text))],
  });
  const inVoices = (where: string, weight: number, textFor: Voice, isName = false) =>
    voicesOf(framework, setting, textFor).map(({ text, voice }) =>
      say(voice ? `${where}, ${settingName(framework, voice).toLowerCase()}` : where, text, weight, isName),
    );
  const levels = capability.levels.flatMap(({ level, hint, criteria }) => [
    ...criteria
      .filter((criterion) => setting === null || appliesIn(criterion, setting))
      .flatMap((criterion) => inVoices(`Level ${level}`, 3, (voice) => textIn(criterion, voice))),
    ...(hint ? [say(`To reach level ${level}`, hint, 2)] : []),
  ]);
  const groups = framework.lenses.flatMap((lens) =>
    lens.groups
      .filter(({ id }) => capability.lenses[lens.id]?.includes(id))
      .map(({ name }) => say(lens.name, name, 1)),
  );
  return [
    ...inVoices("Name", 9, (voice) => nameIn(capability, voice), true),
    ...inVoices("What it is", 5, (voice) => stemIn(capability, voice)),
    ...levels,
    ...capability.evidence.map((text) => say("Evidence", text, 2)),
    ...capability.whoKnows.map((text) => say("Who usually knows", text, 2)),
    say("Dimension", `${dimension.name}: ${dimension.subtitle}`, 2),
    ...groups,
  ];
}

type Voice = (voice: CareSetting | null) => string;

/** A text as everybody says it and as each setting does that says it otherwise; one setting's own where one is chosen. */
function voicesOf(framework: Framework, setting: CareSetting | null, textFor: Voice) {
  if (setting !== null) return [{ text: textFor(setting), voice: null }];
  const common = textFor(null);
  const own = framework.careSettings
    .map(({ id }) => ({ text: textFor(id), voice: id }))
    .filter(({ text }) => text !== common);
  return [{ text: common, voice: null }, ...own];
}
