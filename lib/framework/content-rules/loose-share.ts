import { problemAt, type ContentRule } from "@/lib/framework/content-rules/places";
import { criterionProse } from "@/lib/framework/content-rules/prose";

const SHARE = /\d+(\.\d+)?%|\b(a|one) (third|quarter)\b|\bhalf\b|\btwo thirds\b/gi;
/** What follows a share that says what it is a share of. */
const OF = /^( or more| or less)? of /i;

const NUMBER = "(\\d+|two|three|four|five|six|seven|ten|twelve)";
const MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December)";
const PERIOD = new RegExp(
  [
    `\\blast (${NUMBER} )?(financial |monthly )?(hours?|days?|weeks?|months?|quarters?|years?|reports?|returns?)\\b`,
    `\\b\\d+ ${MONTH}\\b`,
    "\\b(this|current) financial year\\b",
    "\\blatest\\b",
  ].join("|"),
  "i",
);

/**
 * A share names what it is a share of and when it was counted (design 2, wording that survives argument):
 * "80% of wards … in the last 3 months". Thirds and halves are held to the same rule as percentages.
 */
export const looseShare: ContentRule = (framework) =>
  criterionProse(framework).flatMap(({ text, at }) => {
    const shares = [...text.matchAll(SHARE)].map(({ 0: share, index }) => ({
      share,
      rest: text.slice(index + share.length),
    }));
    const bare = shares.filter(({ rest }) => !OF.test(rest));
    return [
      ...bare.map(({ share }) => problemAt(at, `"${share}" of what? Write "${share} of …"`)),
      ...(shares[0] && !PERIOD.test(text)
        ? [
            problemAt(
              at,
              `"${shares[0].share}" counted when? Name a period ("in the last 3 months") or a date`,
            ),
          ]
        : []),
    ];
  });
