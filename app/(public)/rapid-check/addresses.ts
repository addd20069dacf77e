import type { CareSetting } from "@/lib/framework/schema";
import type { Chosen } from "@/lib/scoring/estimate";
import { levelsQuery } from "./chosen-levels";
import type { Question } from "./questions";

/** The rapid check; with a care setting its questions. */
export const CHECK = "/rapid-check";
/** What the answers come to. */
export const RESULT = "/rapid-check/result";

/** A page or file of the rapid check that carries what was chosen in its address. */
export function checkAddress(
  page: "" | "/result" | "/carry" | "/assessment.json",
  chosen: Chosen,
  questions: readonly Question[],
  setting: CareSetting,
): string {
  return `${CHECK}${page}?${levelsQuery(chosen, questions, setting)}`;
}
