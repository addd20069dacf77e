import { describe, expect, test } from "vitest";
import { comparablePairs, compareVersions } from "@/lib/framework/comparison";
import type { Framework, FrameworkInput } from "@/lib/framework/schema";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  levelsOf,
  type CapabilityInput,
} from "@/tests/support/framework";

type Crosswalk = { from: string[]; to: string[] }[];

function version(id: string, capabilities: CapabilityInput[], more: Partial<FrameworkInput> = {}): Framework {
  return aFramework([aDimension("A", capabilities)], { version: id, ...more });
}

const older = (...capabilities: CapabilityInput[]) => version("2025.1", capabilities);
const newer = (capabilities: CapabilityInput[], crosswalk: Crosswalk = []) =>
  version("2026.1", capabilities, { follows: { version: "2025.1", crosswalk } });

/** "a1+a2 > a3: merged" for every change between the two. */
function told(before: Framework, after: Framework): string[] {
  const ids = (capabilities: readonly { id: string }[]) =>
    capabilities.map(({ id }) => id).join("+") || "nothing";
  return compareVersions(before, after).map((change) =>
    `${ids(change.before)} > ${ids(change.after)}: ${change.kind}`.trim(),
  );
}

describe("a digital lead asks what changed since the version of their last round", () => {
  test("what nobody touched is kept; effort and needs may change unnoticed", () => {
    const after = aCapability("a1", {
      levels: levelsOf({
        2: [aCriterion("a1-l2-a", { effort: "XL" })],
        3: [aCriterion("a1-l3-a")],
        4: [aCriterion("a1-l4-a")],
        5: [aCriterion("a1-l5-a")],
      }),
    });
    expect(told(older(aCapability("a1")), newer([after]))).toEqual(["a1 > a1: kept"]);
  });

  test.each<[what: string, change: Partial<CapabilityInput>]>([
    ["name", { name: "Another name" }],
    ["stem", { stem: "Another stem." }],
    ["example of evidence", { evidence: ["A report"] }],
    ["name in one setting", { wording: { ambulance: { name: "On vehicles" } } }],
    [
      "hint",
      {
        levels: aCapability("a1").levels.map((level) => ({ ...level, hint: level.level > 1 ? "Do." : null })),
      },
    ],
  ])("another %s is reworded", (_, change) => {
    expect(told(older(aCapability("a1")), newer([aCapability("a1", change)]))).toEqual(["a1 > a1: reworded"]);
  });

  test.each<[what: string, change: Partial<CapabilityInput>]>([
    ["scope", { scope: "setting" }],
    ["gate", { gateFor: ["acute"] }],
    ["weight", { weight: 2 }],
    ["care settings", { appliesTo: ["acute"] }],
    ["reason not to apply", { mayBeNotApplicable: { reasons: [{ id: "none", text: "Not provided." }] } }],
  ])("another %s is changed: the score rests on it", (_, change) => {
    expect(told(older(aCapability("a1")), newer([aCapability("a1", change)]))).toEqual(["a1 > a1: changed"]);
  });

  test("what is new stands where the newer version has it, what was dropped at the end", () => {
    expect(
      told(older(aCapability("a1"), aCapability("a2")), newer([aCapability("a3"), aCapability("a2")])),
    ).toEqual(["nothing > a3: new", "a2 > a2: kept", "a1 > nothing: dropped"]);
  });

  test("the crosswalk tells of splits, merges and new ids; each capability is told of once", () => {
    const before = older(...["a1", "a2", "a3", "a4"].map((id) => aCapability(id)));
    const after = newer(
      ["b1", "b2", "b3", "b4"].map((id) => aCapability(id)),
      [
        { from: ["a1"], to: ["b1", "b2"] },
        { from: ["a2", "a3"], to: ["b3"] },
        { from: ["a4"], to: ["b4"] },
      ],
    );
    expect(told(before, after)).toEqual(["a1 > b1+b2: split", "a2+a3 > b3: merged", "a4 > b4: changed"]);
  });

  test("a part that keeps the id of the whole is told of in the split, not by its id again", () => {
    const crosswalk = [{ from: ["a1"], to: ["a1", "b1"] }];
    expect(told(older(aCapability("a1")), newer([aCapability("a1"), aCapability("b1")], crosswalk))).toEqual([
      "a1 > a1+b1: split",
    ]);
    const taken = [{ from: ["a1"], to: ["b1"] }];
    expect(told(older(aCapability("a1")), newer([aCapability("a1"), aCapability("b1")], taken))).toEqual([
      "nothing > a1: new",
      "a1 > b1: changed",
    ]);
  });

  test("a crosswalk to some other version says nothing about this one", () => {
    const strange = version("2026.1", [aCapability("b1")], {
      follows: { version: "2024.1", crosswalk: [{ from: ["a1"], to: ["b1"] }] },
    });
    expect(told(older(aCapability("a1")), strange)).toEqual(["nothing > b1: new", "a1 > nothing: dropped"]);
  });
});

describe("inside a capability, criterion by criterion", () => {
  const asking = (...criteria: [level: 2 | 3, id: string, text: string][]) =>
    aCapability("a1", {
      levels: levelsOf({
        2: criteria.filter(([level]) => level === 2).map(([, id, text]) => aCriterion(id, { text })),
        3: criteria.filter(([level]) => level === 3).map(([, id, text]) => aCriterion(id, { text })),
      }),
    });
  const changes = (before: CapabilityInput, after: CapabilityInput) => {
    const [change] = compareVersions(older(before), newer([after]));
    return {
      kind: change?.kind,
      criteria: change?.criteria.map(
        ({ kind, before, after }) =>
          `${before?.criterion.id ?? "nothing"} > ${after?.criterion.id ?? "nothing"}: ${kind}`,
      ),
    };
  };

  test("other words for the same criterion are a rewording of the capability too", () => {
    expect(
      changes(asking([2, "x", "One."], [2, "y", "Two."]), asking([2, "x", "Uno."], [2, "y", "Two."])),
    ).toEqual({
      kind: "reworded",
      criteria: ["x > x: reworded", "y > y: kept"],
    });
  });

  test("one added and one dropped change it", () => {
    expect(changes(asking([2, "x", "One."]), asking([2, "y", "Two."]))).toEqual({
      kind: "changed",
      criteria: ["nothing > y: new", "x > nothing: dropped"],
    });
  });

  test("a move to another level is a change, under the same id or with the same words under a new one", () => {
    expect(changes(asking([2, "x", "One."]), asking([3, "x", "One."]))).toEqual({
      kind: "changed",
      criteria: ["x > x: changed"],
    });
    expect(changes(asking([3, "x", "One."]), asking([2, "y", "One."]))).toEqual({
      kind: "changed",
      criteria: ["x > y: changed"],
    });
  });

  test("criteria follow their capability through a merge by their words", () => {
    const [merged] = compareVersions(
      older(
        aCapability("a1", { levels: levelsOf({ 2: [aCriterion("a1-l2-a", { text: "One." })] }) }),
        aCapability("a2", { levels: levelsOf({ 2: [aCriterion("a2-l2-a", { text: "Two." })] }) }),
      ),
      newer(
        [aCapability("b1", { levels: levelsOf({ 2: [aCriterion("b1-l2-a", { text: "Two." })] }) })],
        [{ from: ["a1", "a2"], to: ["b1"] }],
      ),
    );
    expect(merged?.criteria.map(({ kind, before }) => [kind, before?.criterion.id])).toEqual([
      ["kept", "a2-l2-a"],
      ["dropped", "a1-l2-a"],
    ]);
  });
});

describe("a trend crosses a change of version only where the newer version says that it may", () => {
  test("the same id marked comparable, or one to one in the crosswalk; never a split, a merge or a new one", () => {
    const before = older(...["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => aCapability(id)));
    const after = newer(
      [
        aCapability("a1"),
        aCapability("a2", { comparable: false }),
        ...["b3", "b4", "b5", "b6", "b7"].map((id) => aCapability(id)),
      ],
      [
        { from: ["a3"], to: ["b3"] },
        { from: ["a4"], to: ["b4", "b5"] },
        { from: ["a5", "a6"], to: ["b6"] },
      ],
    );
    expect(comparablePairs(before, after)).toEqual([
      { from: "a1", to: "a1" },
      { from: "a3", to: "b3" },
    ]);
  });

  test("within one version every capability compares with itself", () => {
    const only = newer(
      [aCapability("a1", { comparable: false }), aCapability("a2")],
      [{ from: ["a1"], to: ["a2"] }],
    );
    expect(comparablePairs(only, only)).toEqual([
      { from: "a1", to: "a1" },
      { from: "a2", to: "a2" },
    ]);
  });

  test("another framework, a version not followed, or looking back: nothing compares silently", () => {
    const before = older(aCapability("a1"));
    const after = newer([aCapability("a1")]);
    expect(comparablePairs(after, before)).toEqual([]);
    expect(comparablePairs(version("2024.1", [aCapability("a1")]), after)).toEqual([]);
    expect(comparablePairs({ ...before, id: "other" }, after)).toEqual([]);
  });

  test("a crosswalk from a capability the older version never had gives no pair", () => {
    const after = newer([aCapability("b1")], [{ from: ["a9"], to: ["b1"] }]);
    expect(comparablePairs(older(aCapability("a1")), after)).toEqual([]);
  });
});
