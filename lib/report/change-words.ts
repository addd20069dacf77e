import type { RoundChange } from "./change";
import { changeInFigures } from "./stage-words";

/** "Up 0.2 since 2025/26", with the size of the set where not everything could be compared. */
export function changeSinceInWords(since: string, compared: RoundChange | null): string {
  if (compared === null) return `Not comparable with ${since}: the framework changed`;
  const { by, comparable, of } = compared;
  const whole = comparable === of ? "" : `, on ${comparable} of ${of} capabilities that can be compared`;
  return `${changeInFigures(by)} since ${since}${whole}`;
}
