import type { CareSetting, Framework, Level } from "@/lib/framework/schema";

/** A target as it was set: in the organisation's scope or in a care setting's own. */
export type SetTarget = {
  /** A capability, or a dimension for all of it (`overDimensions`). */
  capabilityId: string;
  scope: string;
  level: number;
  by: Date | null;
  reason: string;
  /** Who answers for it, by job title; left out where that is not kept, as in a sign-off's document. */
  owner?: string;
  approvedAt?: Date | null;
  /** Who approved it, by id; only of a round as it stands, where the name is not at hand. */
  approvedById?: string | null;
  /** Who approved it, by name; left out where that is not at hand. */
  approvedBy?: string | null;
  /** The dimension whose target it is, where the capability has none of its own. */
  dimensionId?: string;
};

/** The target of one capability as it holds in a care setting. */
export type HeldTarget = Omit<SetTarget, "capabilityId" | "scope" | "level"> & { level: Level };

/**
 * The targets of a care setting by capability id: its own where it has one, else the organisation's. A capability
 * without one aims at Established (3), which the engine fills in.
 */
export function targetsIn(setting: CareSetting, targets: readonly SetTarget[]): Map<string, HeldTarget> {
  const held = new Map<string, HeldTarget>();
  const inScope = (scope: string) => targets.filter((target) => target.scope === scope);
  for (const { capabilityId, scope: _, level, ...rest } of [
    ...inScope("organisation"),
    ...inScope(setting),
  ]) {
    held.set(capabilityId, { ...rest, level: level as Level });
  }
  return held;
}

/**
 * The same targets with each dimension's told capability by capability. Those of capabilities come after them, so
 * that a capability's own counts.
 */
export function overDimensions<Row extends SetTarget>(
  framework: Framework,
  targets: readonly Row[],
): (Row & Pick<SetTarget, "dimensionId">)[] {
  const dimensions = new Map(framework.dimensions.map((dimension) => [dimension.id, dimension]));
  const isForAll = ({ capabilityId }: Row) => dimensions.has(capabilityId);
  const told = targets.filter(isForAll).flatMap((target) =>
    (dimensions.get(target.capabilityId)?.capabilities ?? []).map(({ id }) => ({
      ...target,
      capabilityId: id,
      dimensionId: target.capabilityId,
    })),
  );
  return [...told, ...targets.filter((target) => !isForAll(target))];
}
