import { capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { nameIn, stemIn, textIn } from "@/lib/framework/wording";

/** One question of the rapid check: it stands for a dimension of the full framework. */
export type Question = {
  /** Id of the capability in the rapid check. */
  id: string;
  /** Id of the dimension it stands for; also the name of its field. */
  dimension: string;
  number: string;
  /** The name of its theme in the rapid check, "Technology". */
  theme: string;
  name: string;
  stem: string;
  /** One sentence for each level, from 1 up. */
  options: readonly { level: Level; text: string }[];
  /** How to reach a level, by level. */
  hints: ReadonlyMap<Level, string>;
};

/**
 * The questions in the words of a care setting; null for the common words. Level 1, which has no criterion, keeps
 * its sentence in its hint.
 */
export function questionsOf(check: Framework, setting: CareSetting | null): Question[] {
  return capabilitiesOf(check).flatMap((capability): Question[] => {
    const theme = check.dimensions.find(({ capabilities }) => capabilities.includes(capability));
    if (!capability.standsFor || !theme) return [];
    return [
      {
        id: capability.id,
        dimension: capability.standsFor.dimension,
        number: capability.number,
        theme: theme.name,
        name: nameIn(capability, setting),
        stem: stemIn(capability, setting),
        options: capability.levels.map(({ level, hint, criteria }) => ({
          level,
          text:
            criteria.map((criterion) => textIn(criterion, setting)).join(" ") || (hint ?? `Level ${level}`),
        })),
        hints: new Map(
          capability.levels.flatMap(({ level, hint }) => (level > 1 && hint ? [[level, hint] as const] : [])),
        ),
      },
    ];
  });
}
