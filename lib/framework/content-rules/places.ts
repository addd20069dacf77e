import { jsonPointer, type Problem } from "@/lib/framework/problem";
import type { Capability, Criterion, Framework, Level } from "@/lib/framework/schema";

/** The keys and positions that lead to a value of the framework document. */
export type Keys = readonly (string | number)[];

/** Looks for one kind of fault in a framework that has been parsed; returns each with its place. */
export type ContentRule = (framework: Framework) => Problem[];

/** A problem at a place given as keys. */
export function problemAt(at: Keys, message: string): Problem {
  return { path: jsonPointer(at), message };
}

/** Every capability with its place, in file order. */
export function capabilityPlaces(framework: Framework): { capability: Capability; at: Keys }[] {
  return framework.dimensions.flatMap(({ capabilities }, d) =>
    capabilities.map((capability, c) => ({ capability, at: ["dimensions", d, "capabilities", c] })),
  );
}

/** Every criterion with its level, its capability and its place, in file order. */
export function criterionPlaces(
  framework: Framework,
): { criterion: Criterion; level: Level; capability: Capability; at: Keys }[] {
  return capabilityPlaces(framework).flatMap(({ capability, at }) =>
    capability.levels.flatMap(({ level, criteria }, l) =>
      criteria.map((criterion, i) => ({
        criterion,
        level,
        capability,
        at: [...at, "levels", l, "criteria", i],
      })),
    ),
  );
}
