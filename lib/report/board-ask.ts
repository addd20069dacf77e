import { dateInWords } from "./dates";
import { firstFew } from "./first-few";
import type { GapItem, GapSection } from "./gap-sections";
import type { BoardView } from "./board-panel";
import { whomToAsk } from "./unnamed";
import type { HeldTarget } from "./targets";

/** How many decisions a board is asked for at once. */
const MOST = 3;

/**
 * What the board is asked to decide, drawn from the lists of gaps, sensitive ones included: the safeguards that must be
 * raised and whose target nobody has approved, at sign-off or since (`approvedSince`, by capability); where none is
 * left, the gap of most value that needs planning and money. A sentence each; what the reader may not know is counted, unless
 * the number would tell of each (`untold`).
 */
export function boardAsk(
  sections: readonly GapSection[],
  approvedSince: ReadonlyMap<string, HeldTarget>,
  { audience, showSensitive, untold }: BoardView & { untold: boolean },
): string[] {
  const inList = (list: GapSection["list"]) =>
    (sections.find((section) => section.list === list)?.items ?? []).filter(
      (item) => !isAgreed(item, approvedSince),
    );
  const mayBeNamed = ({ capability }: GapItem) => showSensitive || !capability.sensitive;
  const must = inList("mustDo");
  const { named, more } = firstFew(must.filter(mayBeNamed), MOST);
  const asks = named.map(toRaise);
  if (more > 0) asks.push(`The same for ${more} more safeguards`);
  const hidden = untold ? [] : must.filter((item) => !mayBeNamed(item));
  if (hidden.length > 0) asks.push(toRaiseUnnamed(hidden) + whomToAsk(hidden.length, audience));
  if (asks.length > 0) return asks;
  const fund = inList("planAndFund").find(mayBeNamed);
  if (fund) {
    return [`Decide whether to plan and fund level ${fund.gap.target} in ${fund.title}`];
  }
  return ["Note the position: no decision is needed now"];
}

function isAgreed({ gap, capability, setTarget }: GapItem, since: ReadonlyMap<string, HeldTarget>): boolean {
  const approved = since.get(capability.id) ?? (setTarget?.approvedAt ? setTarget : undefined);
  return approved !== undefined && approved.by !== null && approved.level >= gap.target;
}

function toRaise({ title, gap, setTarget }: GapItem): string {
  return setTarget?.by
    ? `Confirm level ${gap.target} by ${dateInWords(setTarget.by)} in ${title}`
    : `Agree an owner and a date to reach level ${gap.target} in ${title}`;
}

function toRaiseUnnamed(items: readonly GapItem[]): string {
  const dated = items.every(({ setTarget }) => setTarget?.by);
  const [verb, what] = dated
    ? ["Confirm", ["the date set", "the dates set"]]
    : ["Agree", ["an owner and a date", "owners and dates"]];
  return items.length === 1
    ? `${verb} ${what[0]} for 1 sensitive safeguard`
    : `${verb} ${what[1]} for ${items.length} sensitive safeguards`;
}
