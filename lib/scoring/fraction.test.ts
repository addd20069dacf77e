import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atLeast, decimal, meanOf, ratio, subtract } from "@/lib/scoring/fraction";

describe("decimals are taken as they are written", () => {
  test.each([
    ["0.8", 8, 10],
    ["3", 3, 1],
    ["1e-7", 1, 10_000_000],
    ["2.50", 250, 100],
    ["1.5e3", 1500, 1],
  ])("%s", (written, n, d) => {
    const read = decimal(written);
    expect(BigInt(read.n) * BigInt(d)).toBe(BigInt(n) * BigInt(read.d));
    expect(read.value).toBe(Number(written));
  });

  test.each(["", ".", "abc", "1,5", "Infinity", "--1"])("%j is refused", (written) => {
    expect(() => decimal(written)).toThrow(RangeError);
  });

  test("any double reads back as itself", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (x) => {
        expect(decimal(x).value).toBe(x === 0 ? 0 : x);
      }),
    );
  });
});

test("a hair under a threshold is under it, even where both round to the same double", () => {
  const big = 10n ** 30n;
  const justUnder = subtract(decimal(3), { n: 1n, d: big, value: 1e-30 });
  expect(justUnder.value).toBe(3);
  expect(atLeast(justUnder, decimal(3))).toBe(false);
  expect(atLeast(decimal(3), justUnder)).toBe(true);
  expect(atLeast(ratio(9, 3), decimal("3.0"))).toBe(true);
});

test("a subtraction below zero keeps its sign", () => {
  expect(subtract(decimal(1), decimal(1.5)).value).toBe(-0.5);
});

test("a mean is exact, in small numbers and in large ones", () => {
  expect(meanOf([])).toBeNull();
  expect(meanOf([ratio(5, 3), ratio(7, 3)])?.value).toBe(2);
  const primes = [999_983, 999_979, 999_961, 999_959, 999_953];
  const mean = meanOf(primes.map((p) => ratio(2 * p + 1, p)));
  expect(mean && atLeast(mean, decimal(2))).toBe(true);
  expect(mean && atLeast(mean, decimal("2.000001000039"))).toBe(false);
});
