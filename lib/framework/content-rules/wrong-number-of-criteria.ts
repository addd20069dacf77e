import { appliesIn } from "@/lib/framework/find";
import { capabilityPlaces, problemAt, type ContentRule } from "@/lib/framework/content-rules/places";

const FEWEST = 2;
const MOST = 4;

/** Levels 2 to 5 ask for two to four facts each, as each care setting reads them (design 2). */
export const wrongNumberOfCriteria: ContentRule = (framework) =>
  capabilityPlaces(framework).flatMap(({ capability, at }) =>
    framework.careSettings
      .filter(({ id }) => appliesIn(capability, id))
      .flatMap(({ id, name }) =>
        capability.levels.flatMap(({ level, criteria }, l) => {
          const count = criteria.filter((criterion) => appliesIn(criterion, id)).length;
          if (level === 1 || count === 0 || (count >= FEWEST && count <= MOST)) return [];
          const message = `level ${level} has ${count} criteria in ${name}: keep to ${FEWEST} to ${MOST}`;
          return [problemAt([...at, "levels", l, "criteria"], message)];
        }),
      ),
  );
