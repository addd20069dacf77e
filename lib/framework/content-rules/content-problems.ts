import { americanSpelling } from "@/lib/framework/content-rules/american-spelling";
import { circularNeeds } from "@/lib/framework/content-rules/circular-needs";
import { crosswalkFromNowhere } from "@/lib/framework/content-rules/crosswalk-from-nowhere";
import { departureFromTable } from "@/lib/framework/content-rules/departure-from-table";
import { dimensionThatCanEmpty } from "@/lib/framework/content-rules/dimension-that-can-empty";
import { idOutOfPattern } from "@/lib/framework/content-rules/id-out-of-pattern";
import { incompleteCapability } from "@/lib/framework/content-rules/incomplete-capability";
import { levelWithoutCriterion } from "@/lib/framework/content-rules/level-without-criterion";
import { looseShare } from "@/lib/framework/content-rules/loose-share";
import { overLongText } from "@/lib/framework/content-rules/over-long-text";
import { planForNothingLeft } from "@/lib/framework/content-rules/plan-for-nothing-left";
import type { ContentRule } from "@/lib/framework/content-rules/places";
import { ratedRisk } from "@/lib/framework/content-rules/rated-risk";
import { repeatedCriterion } from "@/lib/framework/content-rules/repeated-criterion";
import { reusedId } from "@/lib/framework/content-rules/reused-id";
import { supplierName } from "@/lib/framework/content-rules/supplier-name";
import { twoFacts } from "@/lib/framework/content-rules/two-facts";
import { unmeasuredWord } from "@/lib/framework/content-rules/unmeasured-word";
import { vagueWord } from "@/lib/framework/content-rules/vague-word";
import { wordOfAnotherSetting } from "@/lib/framework/content-rules/word-of-another-setting";
import { wordingNobodyReads } from "@/lib/framework/content-rules/wording-nobody-reads";
import { wrongNumberOfCriteria } from "@/lib/framework/content-rules/wrong-number-of-criteria";
import type { Problem } from "@/lib/framework/problem";
import type { Framework } from "@/lib/framework/schema";

/** Hold for whatever framework this product publishes. */
const EVERY_FRAMEWORK: readonly ContentRule[] = [
  idOutOfPattern,
  levelWithoutCriterion,
  circularNeeds,
  incompleteCapability,
  repeatedCriterion,
  wordingNobodyReads,
  overLongText,
  vagueWord,
  americanSpelling,
  supplierName,
  ratedRisk,
];

/** Hold where capabilities are judged criterion by criterion; a rapid check's options are plain sentences. */
const FULL_ASSESSMENT: readonly ContentRule[] = [
  wrongNumberOfCriteria,
  dimensionThatCanEmpty,
  twoFacts,
  unmeasuredWord,
  looseShare,
  planForNothingLeft,
];

const NHS_TRUST: readonly ContentRule[] = [wordOfAnotherSetting, departureFromTable];

/**
 * What is wrong with the content of a framework that parsed: what editors get wrong and no schema can see
 * (issue 3, design 2). Each problem names its place by JSON Pointer and says what to do; none means fit to
 * publish. What the parser itself refuses (a gate that may be not applicable, an unknown lens group, an id
 * used twice) is not looked for again. With the version it follows, what may not change between the two is
 * looked at as well.
 */
export function contentProblems(framework: Framework, predecessor?: Framework): Problem[] {
  const rules = [
    ...EVERY_FRAMEWORK,
    ...(isRapidCheck(framework) ? [] : FULL_ASSESSMENT),
    ...(framework.id === "nhs-trust" ? NHS_TRUST : []),
  ];
  return [
    ...rules.flatMap((rule) => rule(framework)),
    ...(predecessor
      ? [...crosswalkFromNowhere(framework, predecessor), ...reusedId(framework, predecessor)]
      : []),
  ];
}

function isRapidCheck(framework: Framework): boolean {
  return framework.dimensions.every(({ capabilities }) =>
    capabilities.every(({ standsFor }) => standsFor !== null),
  );
}
