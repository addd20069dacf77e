import { likeness } from "@/lib/framework/content-rules/likeness";
import { criterionPlaces, problemAt } from "@/lib/framework/content-rules/places";
import type { Problem } from "@/lib/framework/problem";
import type { Framework } from "@/lib/framework/schema";

/** Below this share of words in common, two texts are taken for two different facts. */
const ALIKE = 0.4;

/**
 * An id never changes its meaning between versions (design 2): a text with hardly a word in common with the
 * one that had the id before is a new criterion, and takes the next free letter. Answers carried forward and
 * trends rest on this.
 */
export function reusedId(framework: Framework, predecessor: Framework): Problem[] {
  const before = new Map(criterionPlaces(predecessor).map(({ criterion }) => [criterion.id, criterion.text]));
  return criterionPlaces(framework).flatMap(({ criterion, at }) => {
    const earlier = before.get(criterion.id);
    if (earlier === undefined || likeness(earlier, criterion.text) >= ALIKE) return [];
    const message = `says something else than in ${predecessor.version} ("${earlier}"): give it a new id`;
    return [problemAt([...at, "text"], message)];
  });
}
