import { describe, expect, test } from "vitest";
import { parseFramework } from "@/lib/framework/parse";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFrameworkDocument,
  levelsOf,
  type CapabilityInput,
} from "@/tests/support/framework";

/** A document with one dimension A of the capabilities a1 (changed as told) and a2. */
function withFirst(change: Partial<CapabilityInput>) {
  return aFrameworkDocument([aDimension("A", [aCapability("a1", change), aCapability("a2")])]);
}

function problemsOf(document: unknown): string[] {
  const parsed = parseFramework(document);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

const FIRST = "/dimensions/0/capabilities/0";

describe("a content editor writes a framework", () => {
  test("what they left out comes out filled", () => {
    const parsed = parseFramework(withFirst({}));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { framework } = parsed;
    expect(framework).toMatchObject({ illustrative: false, published: null, follows: null, lenses: [] });
    expect(framework.effortPoints).toEqual({ S: 1, M: 3, L: 8, XL: 40 });
    expect(framework.careSettings[0]).toEqual({ id: "acute", name: "acute", comparesWith: null });
    expect(framework.dimensions[0]?.capabilities[0]).toMatchObject({
      sensitive: false,
      gateFor: [],
      weight: 1,
      importance: 2,
      appliesTo: null,
      mayBeNotApplicable: null,
      wording: {},
      needs: [],
      lenses: {},
      comparable: true,
      standsFor: null,
    });
    expect(framework.dimensions[0]?.capabilities[0]?.levels[1]).toEqual({
      level: 2,
      hint: null,
      criteria: [
        { id: "a1-l2-a", text: "The trust does a1-l2-a.", effort: "S", appliesTo: null, wording: {} },
      ],
    });
  });

  test("parsing what was parsed changes nothing", () => {
    const once = parseFramework(withFirst({ importance: 3 }));
    if (!once.ok) throw new Error(JSON.stringify(once.problems));
    expect(parseFramework(structuredClone(once.framework))).toEqual(once);
  });

  test("they mistype a key, forget one, and leave a version unquoted: each place is named", () => {
    const { title, ...document } = { ...withFirst({}), version: 2026.1, titel: "Mistyped" };
    expect(title).toBeDefined();
    expect(problemsOf(document)).toEqual([
      "/version: must be text: put it in quotes",
      "/title: is required",
      "/titel: is an unknown key: check its spelling or remove it",
    ]);
  });

  test.each([
    ["an effort that is no letter of ours", { effort: "XS" }, "/effort: must be one of: S, M, L, XL"],
    ["no text", { text: " " }, "/text: must not be empty"],
    ["an unknown key", { weight: 2 }, "/weight: is an unknown key: check its spelling or remove it"],
  ])("a criterion with %s is refused", (_, change, problem) => {
    const document = withFirst({});
    Object.assign(document.dimensions[0]?.capabilities[0]?.levels[1]?.criteria[0] ?? {}, change);
    expect(problemsOf(document)).toEqual([`${FIRST}/levels/1/criteria/0${problem}`]);
  });

  test("one capability's id is used twice", () => {
    const document = aFrameworkDocument([
      aDimension("A", [aCapability("a1")]),
      aDimension("B", [aCapability("a1", { levels: levelsOf({ 2: [aCriterion("b1-l2-a")] }) })]),
    ]);
    expect(problemsOf(document)).toEqual([
      "/dimensions/1/capabilities/0/id: a1 is already the id of another capability",
    ]);
  });

  test("one criterion's id is used twice, in different capabilities", () => {
    const document = withFirst({ levels: levelsOf({ 3: [aCriterion("a2-l4-a")] }) });
    expect(problemsOf(document)).toEqual([
      "/dimensions/0/capabilities/1/levels/3/criteria/0/id: a2-l4-a is already the id of another criterion",
    ]);
  });

  test("one dimension's id is used twice", () => {
    const document = aFrameworkDocument([
      aDimension("A", [aCapability("a1")]),
      aDimension("A", [aCapability("a2")]),
    ]);
    expect(problemsOf(document)).toEqual(["/dimensions/1/id: A is listed twice"]);
  });

  test("level 3 is forgotten", () => {
    const levels = levelsOf({}).filter(({ level }) => level !== 3);
    expect(problemsOf(withFirst({ levels }))).toEqual([
      `${FIRST}/levels: must list levels 1, 2, 3, 4, 5 in order: level 3 is missing`,
    ]);
  });

  test("levels stand in the wrong order, or one twice", () => {
    const inOrder = levelsOf({});
    expect(problemsOf(withFirst({ levels: inOrder.toReversed() }))).toEqual([
      `${FIRST}/levels: must list levels 1, 2, 3, 4, 5 in order: found 5, 4, 3, 2, 1`,
    ]);
    const twice = [...inOrder, { level: 5 as const, criteria: [] }];
    expect(problemsOf(withFirst({ levels: twice }))).toHaveLength(1);
  });

  test("level 1 asks for something, though everyone is at least there", () => {
    const levels = [{ level: 1 as const, criteria: [aCriterion("a1-l1-a")] }, ...levelsOf({}).slice(1)];
    expect(problemsOf(withFirst({ levels }))).toEqual([
      `${FIRST}/levels/0/criteria: level 1 has no criteria: everyone is at least there`,
    ]);
  });

  test("a lens or a group is named that the head does not list", () => {
    const wgll = {
      id: "wgll" as const,
      name: "What Good Looks Like",
      groups: [{ id: "WL", name: "Well led" }],
    };
    const document = {
      ...withFirst({ lenses: { wgll: ["WL", "XX"], dspt: ["A"] } }),
      lenses: [wgll],
    };
    expect(problemsOf(document)).toEqual([
      `${FIRST}/lenses/wgll/1: XX is not a group of wgll of this framework`,
      `${FIRST}/lenses/dspt: dspt is not a lens of this framework`,
    ]);
    expect(problemsOf({ ...withFirst({}), lenses: [{ ...wgll, id: "made_up" }] })[0]).toMatch(
      /^\/lenses\/0\/id: must be one of: wgll, shift/,
    );
  });

  test("a care setting is named that this framework does not have", () => {
    const levels = levelsOf({
      2: [aCriterion("a1-l2-a", { appliesTo: ["practice"], wording: { practice: "The practice does it." } })],
    });
    expect(
      problemsOf(
        withFirst({ appliesTo: ["acute", "practice"], wording: { practice: { name: "Ours" } }, levels }),
      ),
    ).toEqual([
      `${FIRST}/appliesTo/1: practice is not a care setting of this framework`,
      `${FIRST}/wording/practice: practice is not a care setting of this framework`,
      `${FIRST}/levels/1/criteria/0/appliesTo/0: practice is not a care setting of this framework`,
      `${FIRST}/levels/1/criteria/0/wording/practice: practice is not a care setting of this framework`,
    ]);
    expect(problemsOf(withFirst({ wording: Object.fromEntries([["hospice", { name: "Ours" }]]) }))).toEqual([
      `${FIRST}/wording/hospice: is an unknown key: check its spelling or remove it`,
    ]);
  });

  test("a capability needs one that is not there, or itself", () => {
    const needs = [
      { capability: "a9", level: 2 as const },
      { capability: "a1", level: 2 as const },
    ];
    expect(problemsOf(withFirst({ needs }))).toEqual([
      `${FIRST}/needs/0/capability: a9 is not a capability here`,
      `${FIRST}/needs/1/capability: a capability cannot need itself`,
    ]);
  });

  test("a gate could be declared not applicable, or guards a setting it does not apply in", () => {
    const reasons = [{ id: "not_provided", text: "Not provided" }];
    expect(problemsOf(withFirst({ gateFor: ["acute"], mayBeNotApplicable: { reasons } }))).toEqual([
      `${FIRST}/mayBeNotApplicable: a gate can never be not applicable: leave this out`,
    ]);
    expect(problemsOf(withFirst({ gateFor: ["acute", "ambulance"], appliesTo: ["acute"] }))).toEqual([
      `${FIRST}/gateFor/1: a gate for ambulance, where the capability does not apply`,
    ]);
  });

  test("stages have a gap, or the first already asks for something", () => {
    const stages = [
      { stage: 1 as const, name: "One", overallAtLeast: 1.5, gateAtLeast: 2 as const },
      { stage: 3 as const, name: "Three", overallAtLeast: 3, gateAtLeast: 3 as const },
    ];
    expect(problemsOf({ ...withFirst({}), stages })).toEqual([
      "/stages/1/stage: must be 2: stages run from 1 without a gap",
      "/stages/0/overallAtLeast: must be 1: everyone is at least at stage 1",
      "/stages/0/gateAtLeast: must be 1: everyone is at least at stage 1",
    ]);
  });

  test.each([
    ["nothing", null],
    ["a list", []],
    ["text", "framework"],
  ])("a file holding %s is refused, not thrown at", (_, document) => {
    expect(problemsOf(document)).toEqual([": must be a set of named values"]);
  });

  test.each([0, 1.5, -1])("a weight of %s is refused: means must stay exact", (weight) => {
    expect(problemsOf(withFirst({ weight }))).toHaveLength(1);
  });
});
