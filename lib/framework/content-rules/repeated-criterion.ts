import { criterionPlaces, problemAt, type ContentRule } from "@/lib/framework/content-rules/places";

/** The same fact asked twice costs every trust twice and counts twice. */
export const repeatedCriterion: ContentRule = (framework) => {
  const first = new Map<string, string>();
  return criterionPlaces(framework).flatMap(({ criterion, at }) => {
    const fact = criterion.text
      .toLowerCase()
      .replaceAll(/[^a-z0-9%]+/g, " ")
      .trim();
    const earlier = first.get(fact);
    if (earlier !== undefined) return [problemAt([...at, "text"], `asks the same as ${earlier}`)];
    first.set(fact, criterion.id);
    return [];
  });
};
