import { describe, expect, it } from "vitest";
import { comparablePairs } from "@/lib/framework/comparison";
import { score } from "@/lib/scoring/score";
import { answersAt, workedExample } from "@/tests/support/framework";
import { changeBetween } from "./change";

const framework = workedExample();
const pairs = comparablePairs(framework, framework);
type Levels = Parameters<typeof answersAt>[1];
const resultAt = (levels: Levels) => score(framework, "acute", answersAt(framework, levels));

describe("“Are we getting better?”", () => {
  const before = resultAt({ a1: 2, a2: 4, b1: 3, b2: 3, b3: 3 });

  it("compares the totals of two rounds and counts what rose and fell", () => {
    const now = resultAt({ a1: 3, a2: 4, b1: 3, b2: 4, b3: 2 });
    expect(changeBetween(framework, "acute", before, now, pairs)).toEqual({
      earlier: 3,
      later: 3.25,
      by: 0.25,
      // Then the score was reached and a safeguard was not.
      needs: { later: 4 },
      rose: 2,
      fell: 1,
      comparable: 5,
      of: 5,
    });
  });

  it("compares only what both rounds scored, and says of how many", () => {
    const now = resultAt({ a1: 2, a2: "N/A", b1: 4, b2: 3, b3: 3 });
    const change = changeBetween(framework, "acute", before, now, pairs);
    expect(change).toMatchObject({ earlier: 2.5, comparable: 4, of: 4, rose: 1, fell: 0 });
    expect(change?.by).toBeCloseTo(1 / 6);
  });

  it("follows a capability that had another id before", () => {
    const now = resultAt({ a1: 5, a2: 5, b1: 5, b2: 5, b3: 5 });
    const change = changeBetween(framework, "acute", before, now, [{ from: "a2", to: "a1" }]);
    expect(change).toMatchObject({ earlier: 4, later: 5, comparable: 1, of: 5 });
  });

  it("says nothing where nothing can be compared", () => {
    expect(changeBetween(framework, "acute", before, before, [])).toBeNull();
  });
});
