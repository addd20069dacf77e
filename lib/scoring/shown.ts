/**
 * A score as people read it (design 3): one decimal, half up. Below the figure it needs it is rounded down, so
 * that "2.9, needs 3.0" never reads "3.0, needs 3.0".
 */
export function shownScore(value: number, needs?: number): string {
  const tenths = tenthsOf(value);
  const down = needs !== undefined && value < needs;
  const whole = BigInt(tenths.whole) + (down || !tenths.halfOrMore ? 0n : 1n);
  return `${whole / 10n}.${whole % 10n}`;
}

/**
 * Works on the digits: 1.15 means 23/20 here, though its double is a little less and would round to 1.1.
 */
function tenthsOf(value: number): { whole: string; halfOrMore: boolean } {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === "") throw new RangeError(`${value} is not a score`);
  return { whole: `${whole}${part.charAt(0) || "0"}`, halfOrMore: part.charAt(1) >= "5" };
}
