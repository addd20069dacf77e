import { findCapability } from "@/lib/framework/find";
import type { Framework, LensId } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";

/** What stands where the score of a group would. */
export const NOT_SHOWN = "Not shown";

/**
 * The groups of a lens in which something sensitive is scored. What is public or shared tells of that inside its
 * dimension's score alone (design 1), so these groups have no score there: beside the dimensions, two sums over the same
 * levels would tell a single one.
 */
export function groupsWithSensitive(
  framework: Framework,
  { capabilities }: Pick<Result, "capabilities">,
  lens: LensId,
): ReadonlySet<string> {
  return new Set(
    capabilities.flatMap(({ id }) => {
      const capability = findCapability(framework, id);
      return capability?.sensitive ? (capability.lenses[lens] ?? []) : [];
    }),
  );
}

/** "2 of them hold sensitive capabilities and are not shown in public", in a sentence without its full stop. */
export function notShownInWords(count: number): string {
  const [hold, are] = count === 1 ? ["holds", "is"] : ["hold", "are"];
  return `${count} of them ${hold} sensitive capabilities and ${are} not shown in public: those count in the dimensions alone`;
}
