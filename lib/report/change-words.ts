import type { RoundChange } from "./change";
import { shownScore } from "@/lib/scoring/shown";
import { changeInFigures } from "./stage-words";

/**
 * Which way it went, "Up 0.2 since 2025/26", and what more must be said of that: the size of the set where not
 * everything could be compared, with its score then and now, which is not that of the whole.
 */
export function changeSinceInWords(
  since: string,
  compared: RoundChange | null,
): [direction: string, detail: string] {
  if (compared === null)
    return [`Not comparable with ${since}`, ": the two rounds asked different questions"];
  const { by, comparable, of } = compared;
  const detail =
    comparable === of
      ? ""
      : `. This compares only the ${comparable} of ${of} capabilities that both rounds asked about in the same way: ${thenAndNow(compared)} on those`;
  return [`${changeInFigures(by)} since ${since}`, detail];
}

/** The same where room is short: "Up 0.2 since 2025/26" and ", 2.3 to 2.5 on the 35 of 50 capabilities that compare". */
export function changeSinceBriefly(
  since: string,
  compared: RoundChange | null,
): [direction: string, detail: string] {
  const [direction, detail] = changeSinceInWords(since, compared);
  if (!compared || detail === "") return [direction, detail];
  return [
    direction,
    `, ${thenAndNow(compared)} on the ${compared.comparable} of ${compared.of} capabilities that compare`,
  ];
}

function thenAndNow({ earlier, later }: RoundChange): string {
  return `${shownScore(earlier)} to ${shownScore(later)}`;
}
