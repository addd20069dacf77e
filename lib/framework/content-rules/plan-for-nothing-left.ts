import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { criterionProse } from "@/lib/framework/content-rules/prose";

const PLAN = /^(a|the) ([\w-]+ ){0,3}plan\b/i;
const LEFT_TO_DO = /\b(remaining|still|not yet|cannot yet|known gap|past its|without an?)\b/i;
const NOTHING_LEFT = /\(or [^)]+\)/;

/**
 * A plan for what is still to do ends when the work does. Levels build on each other, so a trust that has
 * finished would fall to level 1 for want of a plan: the criterion says what counts then, "(or none remains)".
 */
export const planForNothingLeft: ContentRule = (framework) =>
  criterionProse(framework)
    .filter(({ text }) => PLAN.test(text) && LEFT_TO_DO.test(text) && !NOTHING_LEFT.test(text))
    .map(({ at }) =>
      problemAt(
        at,
        'asks for a plan even when nothing is left to do: end with, for example, "(or none remains)"',
      ),
    );
