import { appliesIn } from "@/lib/framework/find";
import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";

const KEPT = 2;

/**
 * In every care setting each dimension keeps two capabilities that can never be not applicable (design 2),
 * so that no dimension's score rests on one answer or none.
 */
export const dimensionThatCanEmpty: ContentRule = (framework) =>
  framework.dimensions.flatMap(({ capabilities }, d) =>
    framework.careSettings.flatMap(({ id, name }) => {
      const kept = capabilities.filter(
        (capability) => appliesIn(capability, id) && capability.mayBeNotApplicable === null,
      );
      if (kept.length >= KEPT) return [];
      const message = `in ${name} keeps ${kept.length} of the ${KEPT} capabilities it needs that can never be not applicable`;
      return [problemAt(["dimensions", d, "capabilities"], message)];
    }),
  );
