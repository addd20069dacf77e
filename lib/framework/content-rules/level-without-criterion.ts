import { appliesIn } from "@/lib/framework/find";
import { capabilityPlaces, problemAt, type ContentRule } from "@/lib/framework/content-rules/places";

/**
 * In every care setting each capability that applies there has a criterion at every level 2 to 5 (design 2):
 * a level with none would be passed for nothing.
 */
export const levelWithoutCriterion: ContentRule = (framework) =>
  capabilityPlaces(framework).flatMap(({ capability, at }) =>
    framework.careSettings
      .filter(({ id }) => appliesIn(capability, id))
      .flatMap(({ id, name }) =>
        capability.levels.flatMap(({ level, criteria }, l) =>
          level > 1 && !criteria.some((criterion) => appliesIn(criterion, id))
            ? [problemAt([...at, "levels", l, "criteria"], `level ${level} has no criterion in ${name}`)]
            : [],
        ),
      ),
  );
