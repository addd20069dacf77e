import { describe, expect, test } from "vitest";
import { capability } from "@/tests/support/capability";
import { oneEach } from "@/tests/support/small-framework";
import { criteriaForLevel } from "@/lib/scoring/answers";
import { decisionsLostBy, pickedLevel } from "./picked-level";

const wards = capability({ id: "c01-2", levels: oneEach("c01-2") });
const lost = (criteria: Parameters<typeof decisionsLostBy>[2], level: 1 | 2 | 3 | 4 | 5) =>
  decisionsLostBy(wards, ["acute"], criteria, level).map(({ id }) => id);

describe("picking a level over earlier judgements", () => {
  test("says which single judgements it would turn round", () => {
    const criteria = { "c01-2-l2-a": "met", "c01-2-l3-a": "not_known", "c01-2-l4-a": "met" } as const;
    expect(lost(criteria, 3)).toEqual(["c01-2-l3-a", "c01-2-l4-a"]);
    expect(lost(criteria, 4)).toEqual(["c01-2-l3-a"]);
  });

  test("asks nothing where nothing was judged or a level was picked before", () => {
    expect(lost({}, 4)).toEqual([]);
    expect(lost(criteriaForLevel(wards, 2, ["acute"]), 4)).toEqual([]);
    expect(pickedLevel(wards, ["acute"], criteriaForLevel(wards, 2, ["acute"]))).toBe(2);
    expect(pickedLevel(wards, ["acute"], { "c01-2-l2-a": "met" })).toBeNull();
  });
});
