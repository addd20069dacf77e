/**
 * A score as people read it (design 3, decision 0008): one decimal, half up. Where that would show the figure it
 * needs and has not reached, it is rounded down instead: 2.96 of 3 is "2.9", while 2.86 of 3 stays "2.9".
 * `needs` is the threshold, which frameworks give in tenths at the finest. Throws a RangeError for what is no score.
 */
export function shownScore(value: number, needs?: number): string {
  const tenths = halfUp(value);
  const readsAsReached = needs !== undefined && value < needs && tenths >= halfUp(needs);
  const shown = readsAsReached ? roundedDown(value) : tenths;
  return `${shown / 10n}.${shown % 10n}`;
}

/** In tenths. Works on the digits: 1.15 means 23/20 here, though its double is a little less and would give 1.1. */
function halfUp(value: number): bigint {
  return roundedDown(value) + (digitsOf(value).part.charAt(1) >= "5" ? 1n : 0n);
}

function roundedDown(value: number): bigint {
  const { whole, part } = digitsOf(value);
  return BigInt(`${whole}${part.charAt(0) || "0"}`);
}

function digitsOf(value: number): { whole: string; part: string } {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === "") throw new RangeError(`${value} is not a score`);
  return { whole, part };
}
