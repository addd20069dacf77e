import type { Capability, CareSetting, Framework, LensId } from "@/lib/framework/schema";
import type { Bounds, Result } from "@/lib/scoring/result";
import { titleIn } from "./findings";
import { groupingOf } from "./grouping";
import { levelInFigures } from "./level-words";

/** A lens of the framework as headings say it: itself, and one of its groups. */
export type NamedLens = { id: LensId; heading: string; one: string };

/** A capability in a group, with its level in figures and the dimension in which it is explained. */
export type LensMember = { capability: Capability; dimensionId: string; title: string; level: string };

/** One group of a lens in one care setting, with the capabilities that make its score. */
export type LensGroup = {
  id: string;
  name: string;
  /** Null where nothing in it applies, and where its score is withheld. */
  bounds: Bounds | null;
  /** The score would tell of sensitive capabilities outside their dimension (design 1). */
  withheld: boolean;
  members: LensMember[];
  /** How many sensitive capabilities are counted in it and not named. */
  hidden: number;
};

/** What a lens says of a result. */
export type LensView = {
  groups: LensGroup[];
  /** The mean of the groups; null where nothing applies or a group is withheld. */
  overall: Bounds | null;
  /** How many of the scored capabilities it groups, and of how many. */
  grouped: number;
  of: number;
};

/** Every lens of a framework, in its order. */
export function lensesOf(framework: Framework): NamedLens[] {
  const main = groupingOf(framework);
  return framework.lenses.map(({ id, name }) =>
    id === main.lens ? { id, heading: main.heading, one: main.one } : { id, heading: name, one: "Group" },
  );
}

/**
 * A result in the groups of a lens, from the engine's own figures. Without `showSensitive` sensitive capabilities are
 * counted and not named. Where several lenses stand beside each other, so many sums over the same few levels would
 * give a sensitive one away: a group with one is then withheld, but for the lens that results are always shown by.
 */
export function lensView(
  framework: Framework,
  setting: CareSetting,
  result: Result,
  lens: LensId,
  { showSensitive }: { showSensitive: boolean },
): LensView {
  const scores = result.lenses[lens];
  const bounds = new Map(scores?.groups.map(({ id, low, high }) => [id, { low, high }]));
  const levels = new Map(result.capabilities.map((entry) => [entry.id, levelInFigures(entry)]));
  const scored = framework.dimensions.flatMap(({ id: dimensionId, capabilities }) =>
    capabilities.flatMap((capability) => {
      const level = levels.get(capability.id);
      return level ? [{ capability, dimensionId, level, title: titleIn(capability, setting) }] : [];
    }),
  );
  const groupsOf = ({ capability }: LensMember): readonly string[] => capability.lenses[lens] ?? [];
  const groups = (framework.lenses.find(({ id }) => id === lens)?.groups ?? []).map(({ id, name }) => {
    const members = scored.filter((member) => groupsOf(member).includes(id));
    const named = members.filter(({ capability }) => showSensitive || !capability.sensitive);
    const hidden = members.length - named.length;
    const withheld = hidden > 0 && lens !== groupingOf(framework).lens;
    return {
      id,
      name,
      hidden,
      withheld,
      bounds: withheld ? null : (bounds.get(id) ?? null),
      members: named,
    };
  });
  return {
    groups,
    overall: groups.some(({ withheld }) => withheld) ? null : (scores?.overall ?? null),
    grouped: scored.filter((member) => groupsOf(member).length > 0).length,
    of: scored.length,
  };
}
