import { expect, test, vi } from "vitest";
import { sameAgain } from "./same-again";

const frozen = (): object => Object.freeze({ figures: [1, 2, 3] });

test("a board opens the same page twice, and it is put together once", () => {
  const result = frozen();
  const make = vi.fn(() => ({}));
  const remembered = sameAgain(make, 10);
  const source = () => ({
    name: "A",
    at: new Date("2026-11-23"),
    levels: new Map([["c01-1", 3]]),
    seen: new Set([1]),
    result,
  });
  expect(remembered(source())).toBe(remembered(source()));
  expect(make).toHaveBeenCalledTimes(1);
});

const before = {
  name: "A",
  sensitive: true,
  score: 2.5,
  by: new Date("2026-11-23") as Date | null,
  none: null,
  levels: new Map<string, unknown>([["c01-1", { low: 3 }]]),
  seen: new Set(["a"]),
  gaps: [{ id: "c01-1", note: "x" }],
  result: frozen(),
};

test.each<[string, Partial<typeof before> | object]>([
  ["a word", { name: "B" }],
  ["what may be seen", { sensitive: false }],
  ["a figure", { score: 2.6 }],
  ["a figure that is none", { score: NaN }],
  ["a figure without end", { score: Infinity }],
  ["a day", { by: new Date("2026-11-24") }],
  ["no day", { by: null }],
  ["one of a list", { gaps: [{ id: "c01-1", note: "y" }] }],
  ["one more in a list", { gaps: [...before.gaps, ...before.gaps] }],
  ["a level in a map", { levels: new Map([["c01-1", { low: 2 }]]) }],
  ["the name of a level in a map", { levels: new Map([["c01-2", { low: 3 }]]) }],
  ["one of a set", { seen: new Set(["b"]) }],
  ["a frozen result, for one that reads the same", { result: frozen() }],
  ["something that was not there", { more: 1 }],
])("it is put together anew where only %s differs", (_, change) => {
  const make = vi.fn((source: object) => ({ source }));
  const remembered = sameAgain(make, 10);
  const first = remembered(before);
  const second = remembered({ ...before, ...change });
  expect(second).not.toBe(first);
  expect(second.source).toEqual({ ...before, ...change });
  expect(remembered({ ...before })).toBe(first);
});

test("what was not asked for the longest is forgotten first", () => {
  const make = vi.fn(({ id }: { id: number }) => ({ id }));
  const remembered = sameAgain(make, 2);
  for (const id of [1, 2, 1, 3]) remembered({ id });
  make.mockClear();
  remembered({ id: 1 });
  remembered({ id: 3 });
  expect(make).not.toHaveBeenCalled();
  remembered({ id: 2 });
  expect(make).toHaveBeenCalledTimes(1);
});

test("what cannot be compared is refused, rather than taken for the same", () => {
  const remembered = sameAgain((source: object) => source, 2);
  expect(() => remembered({ href: () => "/" })).toThrow(/compared/);
});

test("what could not be made is not remembered", () => {
  const make = vi
    .fn<(source: object) => number>(() => 1)
    .mockImplementationOnce(() => {
      throw new Error("not now");
    });
  const remembered = sameAgain(make, 2);
  expect(() => remembered({})).toThrow("not now");
  expect(remembered({})).toBe(1);
});
