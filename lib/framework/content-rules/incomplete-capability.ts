import { capabilityPlaces, problemAt, type ContentRule } from "@/lib/framework/content-rules/places";

/**
 * A capability comes with all that a person needs to answer it (issue 3): who usually knows, at least two
 * examples of evidence, a hint towards every level from 2, one What Good Looks Like pillar and a shift.
 */
export const incompleteCapability: ContentRule = (framework) =>
  capabilityPlaces(framework).flatMap(({ capability, at }) => {
    const { whoKnows, evidence, lenses, levels } = capability;
    const hasLens = (id: string) => framework.lenses.some((lens) => lens.id === id);
    return [
      ...(whoKnows.length < 1
        ? [problemAt([...at, "whoKnows"], "name at least one role that usually knows")]
        : []),
      ...(evidence.length < 2
        ? [problemAt([...at, "evidence"], "give at least two examples of evidence")]
        : []),
      ...(hasLens("wgll") && lenses.wgll?.length !== 1
        ? [problemAt([...at, "lenses"], "needs exactly one What Good Looks Like pillar (wgll)")]
        : []),
      ...(hasLens("shift") && !lenses.shift?.length
        ? [problemAt([...at, "lenses"], "needs at least one shift of the 10 Year Health Plan (shift)")]
        : []),
      ...levels.flatMap(({ level, hint }, l) =>
        level > 1 && hint === null
          ? [problemAt([...at, "levels", l], `needs a hint on how to reach level ${level}`)]
          : [],
      ),
    ];
  });
