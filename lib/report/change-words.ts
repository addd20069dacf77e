import type { RoundChange } from "./change";
import { shownFinely, shownScore } from "@/lib/scoring/shown";
import { changeInFigures } from "./stage-words";

/**
 * Which way it went, "Up 0.2 since 2025/26", and what more must be said of that: the size of the set where not
 * everything could be compared, with its score then and now, which is not that of the whole; and that score as well
 * where rounding would make the change look wrong beside it.
 */
export function changeSinceInWords(
  since: string,
  compared: RoundChange | null,
): [direction: string, detail: string] {
  if (compared === null)
    return [`Not comparable with ${since}`, ": the two rounds asked different questions"];
  const { by, comparable, of } = compared;
  const direction = `${changeInFigures(by)} since ${since}`;
  if (comparable === of) return [direction, addsUp(compared) ? "" : `, ${thenAndNow(compared)}`];
  const set = `${comparable} of ${of} capabilities that both rounds asked about in the same way`;
  return [direction, `. This compares only the ${set}: ${thenAndNow(compared)} on those`];
}

/** The same where room is short: "Up 0.2 since 2025/26" and ", 2.3 to 2.5 on the 35 of 50 capabilities that compare". */
export function changeSinceBriefly(
  since: string,
  compared: RoundChange | null,
): [direction: string, detail: string] {
  const [direction, detail] = changeSinceInWords(since, compared);
  if (!compared || compared.comparable === compared.of) return [direction, detail];
  return [
    direction,
    `, ${thenAndNow(compared)} on the ${compared.comparable} of ${compared.of} capabilities that compare`,
  ];
}

/** Both scores; with two decimals where those with one are not as far apart as the change beside them says. */
function thenAndNow(compared: RoundChange): string {
  return bothShown(compared, addsUp(compared) ? shownScore : shownFinely).join(" to ");
}

/** Whether both scores as they are shown are as far apart as the change is: from 2.36 to 2.64 is 0.3, from 2.4 to 2.6 is not. */
function addsUp(compared: RoundChange): boolean {
  const inTenths = (shown: string) => Math.round(Number(shown) * 10);
  const [earlier, later] = bothShown(compared, shownScore);
  return Math.abs(inTenths(later) - inTenths(earlier)) === inTenths(shownScore(Math.abs(compared.by)));
}

/** Neither reads as more than its round had reached, here as in the panels (decision 0008). */
function bothShown({ earlier, later, needs }: RoundChange, shown: typeof shownScore): [string, string] {
  return [shown(earlier, needs.earlier), shown(later, needs.later)];
}
