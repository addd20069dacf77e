import { appliesIn } from "@/lib/framework/find";
import type { Dimension, Level } from "@/lib/framework/schema";
import { type Standing, titleIn } from "./findings";
import { levelInFigures } from "./level-words";
import { type TargetStanding, targetStanding } from "./target-standing";

type Listable = { capabilityId: string; scope: string; level: number; by: Date | null };

/** One target as it is listed: of a capability, or of a whole dimension. */
export type TargetItem<Row extends Listable = Listable> = {
  target: Row;
  title: string;
  whole: boolean;
  /** The level of today in figures; null for a dimension. */
  now: string | null;
  /** Null for a dimension, whose capabilities each stand where they stand. */
  standing: TargetStanding | null;
};

export type TargetSection<Row extends Listable> = {
  dimension: Dimension;
  items: TargetItem<Row>[];
  /** The capabilities that have no target of their own. */
  without: { id: string; title: string }[];
};

/** The targets that hold in a care setting, by dimension: its own as a whole first, then its capabilities'. */
export function listedTargets<Row extends Listable>(
  { framework, setting, result }: Standing,
  targets: readonly Row[],
  today: Date,
  { showSensitive }: { showSensitive: boolean },
): TargetSection<Row>[] {
  // A care setting's own stands in place of the organisation's.
  const held = new Map(
    ["organisation", setting].flatMap((scope) =>
      targets.filter((target) => target.scope === scope).map((target) => [target.capabilityId, target]),
    ),
  );
  const levels = new Map(result.capabilities.map((entry) => [entry.id, entry]));
  return framework.dimensions.map((dimension) => {
    const whole = held.get(dimension.id);
    const here = dimension.capabilities.filter(
      (capability) => appliesIn(capability, setting) && (showSensitive || !capability.sensitive),
    );
    const own = here.flatMap((capability): TargetItem<Row>[] => {
      const target = held.get(capability.id);
      const level = levels.get(capability.id);
      if (!target) return [];
      return [
        {
          target,
          title: titleIn(capability, setting),
          whole: false,
          now: level ? levelInFigures(level) : null,
          standing: level ? targetStanding(target, level.low as Level, today) : null,
        },
      ];
    });
    const all: TargetItem<Row>[] = whole
      ? [{ target: whole, title: `All of ${dimension.name}`, whole: true, now: null, standing: null }]
      : [];
    return {
      dimension,
      items: [...all, ...own],
      without: here
        .filter(({ id }) => !held.has(id) && levels.has(id))
        .map((capability) => ({ id: capability.id, title: titleIn(capability, setting) })),
    };
  });
}
