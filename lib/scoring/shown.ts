/**
 * A score as people read it (design 3, decision 0008): one decimal, half up. Where that would show the figure it
 * needs and has not reached, it is rounded down instead: 2.96 of 3 is "2.9", while 2.86 of 3 stays "2.9".
 * `needs` is the threshold, which frameworks give in tenths at the finest. Throws a RangeError for what is no score.
 */
export function shownScore(value: number, needs?: number): string {
  const shown = below(needs, value, 1);
  return `${shown / 10n}.${shown % 10n}`;
}

/** The same with two decimals, for where one decimal hides what two scores are apart: 2.353 is "2.35", 2.996 of 3 "2.99". */
export function shownFinely(value: number, needs?: number): string {
  const shown = below(needs, value, 2);
  return `${shown / 100n}.${String(shown % 100n).padStart(2, "0")}`;
}

/** Half up, but rounded down where that would read as what it needs and has not reached. */
function below(needs: number | undefined, value: number, places: number): bigint {
  const shown = halfUp(value, places);
  const readsAsReached = needs !== undefined && value < needs && shown >= halfUp(needs, places);
  return readsAsReached ? roundedDown(value, places) : shown;
}

/** In tenths, or with two `places` in hundredths. Works on the digits: 1.15 means 23/20 here, though its double is a little less and would give 1.1. */
function halfUp(value: number, places: number): bigint {
  return roundedDown(value, places) + (digitsOf(value).part.charAt(places) >= "5" ? 1n : 0n);
}

function roundedDown(value: number, places: number): bigint {
  const { whole, part } = digitsOf(value);
  return BigInt(`${whole}${part.slice(0, places).padEnd(places, "0")}`);
}

function digitsOf(value: number): { whole: string; part: string } {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === "") throw new RangeError(`${value} is not a score`);
  return { whole, part };
}
