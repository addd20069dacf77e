import { dateInWords } from "./dates";
import type { GapItem, GapSection } from "./gap-sections";
import { type Audience, whomToAsk } from "./unnamed";

/** How many decisions a board is asked for at once. */
const MOST = 3;

/**
 * What the board is asked to decide, drawn from the lists of gaps: the safeguards that must be raised; where none
 * is below its target, the gap of most value that needs planning and money. A sentence each.
 */
export function boardAsk(sections: readonly GapSection[], audience: Audience = "private"): string[] {
  const inList = (list: GapSection["list"]) => sections.find((section) => section.list === list);
  const must = inList("mustDo");
  const asks = (must?.items ?? []).slice(0, MOST).map(toRaise);
  const hidden = must?.hidden ?? 0;
  if (hidden > 0) {
    const agree =
      hidden === 1
        ? "Agree an owner and a date for 1 sensitive safeguard"
        : `Agree owners and dates for ${hidden} sensitive safeguards`;
    asks.push(agree + whomToAsk(hidden, audience));
  }
  if (asks.length > 0) return asks;
  const [fund] = inList("planAndFund")?.items ?? [];
  if (fund) {
    return [`Decide whether to plan and fund level ${fund.gap.target} in ${fund.title}`];
  }
  return ["Note the position: no decision is needed now"];
}

function toRaise({ title, gap, setTarget }: GapItem): string {
  return setTarget?.by
    ? `Confirm level ${gap.target} by ${dateInWords(setTarget.by)} in ${title}`
    : `Agree an owner and a date to reach level ${gap.target} in ${title}`;
}
