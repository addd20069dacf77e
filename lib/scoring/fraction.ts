/**
 * An exact number: n ÷ d with d > 0, and the nearest double of it. Thresholds are compared on these, never on
 * floats (design 3): with ordinary not-applicable patterns one exact tie in nine is 2.999… in floating point.
 */
export type Fraction = { readonly n: number | bigint; readonly d: number | bigint; readonly value: number };

/** n ÷ d of two safe integers. */
export function ratio(n: number, d: number): Fraction {
  return { n, d, value: n / d };
}

/** n ÷ d of whole numbers of any size, d > 0. */
export function quotient(n: number | bigint, d: number | bigint): Fraction {
  return exact(BigInt(n), BigInt(d));
}

/** The decimal as it is written: 0.8 is 8/10, though the double nearest to 0.8 is not. */
export function decimal(written: number | string): Fraction {
  const [, sign = "", whole = "", part = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(written)) ?? [];
  if (whole === "") throw new RangeError(`${written} is not a decimal number`);
  const digits = BigInt(`${sign}${whole}${part}`);
  const shift = Number(exponent) - part.length;
  const scale = 10n ** BigInt(Math.abs(shift));
  const value = Number(written);
  return shift < 0 ? { n: digits, d: scale, value } : { n: digits * scale, d: 1n, value };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  const [an, ad, bn, bd] = [BigInt(a.n), BigInt(a.d), BigInt(b.n), BigInt(b.d)];
  return exact(an * bd - bn * ad, ad * bd);
}

/** Whether a ≥ b, exactly. Rounding keeps order, so only equal doubles need the long way. */
export function atLeast(a: Fraction, b: Fraction): boolean {
  if (a.value !== b.value) return a.value > b.value;
  if (a.n === b.n && a.d === b.d) return true;
  return BigInt(a.n) * BigInt(b.d) >= BigInt(b.n) * BigInt(a.d);
}

/** The mean of positive fractions, each counted once; null of none. */
export function meanOf(fractions: readonly Fraction[]): Fraction | null {
  if (fractions.length === 0) return null;
  return smallMean(fractions) ?? largeMean(fractions);
}

/** The least common multiple; not a safe integer when it is too large for one. */
export function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** In safe integers; undefined when they do not suffice. All terms are positive, so a lost digit always shows. */
function smallMean(fractions: readonly Fraction[]): Fraction | undefined {
  let common = 1;
  for (const { d } of fractions) {
    if (typeof d === "bigint") return undefined;
    if (common % d !== 0) common = leastCommonMultiple(common, d);
    if (!Number.isSafeInteger(common)) return undefined;
  }
  let sum = 0;
  for (const { n, d } of fractions) {
    if (typeof n === "bigint" || typeof d === "bigint") return undefined;
    sum += n * (common / d);
  }
  const whole = common * fractions.length;
  return Number.isSafeInteger(sum) && Number.isSafeInteger(whole) ? ratio(sum, whole) : undefined;
}

function largeMean(fractions: readonly Fraction[]): Fraction {
  let [n, d] = [0n, 1n];
  for (const fraction of fractions) {
    n = n * BigInt(fraction.d) + BigInt(fraction.n) * d;
    d *= BigInt(fraction.d);
  }
  return exact(n, d * BigInt(fractions.length));
}

function exact(n: bigint, d: bigint): Fraction {
  return { n, d, value: nearestDouble(n, d) };
}

/** Correctly rounded: 64 or more bits of the quotient, the last one standing for everything beyond it. */
function nearestDouble(n: bigint, d: bigint): number {
  if (n < 0n) return -nearestDouble(-n, d);
  const shift = Math.max(0, 64 + bitLength(d) - bitLength(n));
  const shifted = n << BigInt(shift);
  const quotient = shifted / d;
  const sticky = quotient * d === shifted ? quotient : quotient | 1n;
  return Number(sticky) / 2 ** shift;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
