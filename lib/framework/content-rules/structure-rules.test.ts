import { describe, expect, test } from "vitest";
import { circularNeeds } from "@/lib/framework/content-rules/circular-needs";
import { dimensionThatCanEmpty } from "@/lib/framework/content-rules/dimension-that-can-empty";
import { idOutOfPattern } from "@/lib/framework/content-rules/id-out-of-pattern";
import { incompleteCapability } from "@/lib/framework/content-rules/incomplete-capability";
import { levelWithoutCriterion } from "@/lib/framework/content-rules/level-without-criterion";
import { repeatedCriterion } from "@/lib/framework/content-rules/repeated-criterion";
import { wrongNumberOfCriteria } from "@/lib/framework/content-rules/wrong-number-of-criteria";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  levelsOf,
  type CapabilityInput,
} from "@/tests/support/framework";

const FIRST = "/dimensions/0/capabilities/0";

function of(...capabilities: CapabilityInput[]) {
  return aFramework([aDimension("d01", capabilities, { number: "1" })]);
}

const letters = (id: string, ...ends: string[]) => ends.map((end) => aCriterion(`${id}-l2-${end}`));

describe("ids are permanent and say nothing but the place", () => {
  test("numbers and letters may skip what an earlier version dropped", () => {
    const skipping = aCapability("c01-3", { levels: levelsOf({ 2: letters("c01-3", "a", "c") }) });
    expect(idOutOfPattern(of(aCapability("c01-1"), skipping))).toEqual([]);
  });

  test("an id of another dimension, another level or another shape is named with the shape it should have", () => {
    expect(idOutOfPattern(of(aCapability("c02-1")))).toContainEqual({
      path: `${FIRST}/id`,
      message: "must be c01- and a number, such as c01-1",
    });
    const wrongLevel = aCapability("c01-1", { levels: levelsOf({ 2: [aCriterion("c01-1-l3-a")] }) });
    expect(idOutOfPattern(of(wrongLevel))).toEqual([
      {
        path: `${FIRST}/levels/1/criteria/0/id`,
        message: "must be c01-1-l2- and a letter, such as c01-1-l2-a",
      },
    ]);
  });

  test("a new criterion squeezed in before an old one runs backwards", () => {
    const backwards = aCapability("c01-1", { levels: levelsOf({ 2: letters("c01-1", "b", "a") }) });
    expect(idOutOfPattern(of(backwards))).toMatchObject([{ path: `${FIRST}/levels/1/criteria/1/id` }]);
    expect(idOutOfPattern(of(aCapability("c01-2"), aCapability("c01-1")))).toMatchObject([
      { message: "must come after c01-2" },
    ]);
  });

  test("a dimension's number is the one in its id", () => {
    const misnumbered = aFramework([aDimension("d06", [aCapability("c06-1")], { number: "7" })]);
    expect(idOutOfPattern(misnumbered)).toMatchObject([{ path: "/dimensions/0/number" }]);
  });
});

describe("a level that asks nothing would be passed for nothing", () => {
  test("a level whose criteria leave one care setting out is named with that setting", () => {
    const onlyAcute = aCriterion("c01-1-l3-a", {
      appliesTo: ["acute", "specialist", "mental_health", "community"],
    });
    const capability = aCapability("c01-1");
    const levels = capability.levels.map((level) =>
      level.level === 3 ? { level: 3 as const, criteria: [onlyAcute] } : level,
    );
    expect(levelWithoutCriterion(of({ ...capability, levels }))).toEqual([
      { path: `${FIRST}/levels/2/criteria`, message: "level 3 has no criterion in ambulance" },
    ]);
  });

  test("a capability that does not apply in a setting owes it nothing", () => {
    expect(levelWithoutCriterion(of(aCapability("c01-1", { appliesTo: ["acute"] })))).toEqual([]);
  });

  test("one criterion is too few and five are too many, as each setting reads them", () => {
    const five = letters("c01-1", "a", "b", "c", "d", "e");
    const counted = wrongNumberOfCriteria(of(aCapability("c01-1", { levels: levelsOf({ 2: five }) })));
    expect(counted).toHaveLength(5);
    expect(counted[0]?.message).toBe("level 2 has 5 criteria in acute: keep to 2 to 4");
    const fourEach = five.map((criterion, i) => ({
      ...criterion,
      appliesTo: i === 0 ? (["ambulance"] as const).slice() : (["acute"] as const).slice(),
    }));
    const only = wrongNumberOfCriteria(of(aCapability("c01-1", { levels: levelsOf({ 2: fourEach }) })));
    expect(only).toMatchObject([{ message: "level 2 has 1 criteria in ambulance: keep to 2 to 4" }]);
  });
});

test("a dimension never rests on one answer: two of its capabilities can never be not applicable", () => {
  const optional = { mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "Not provided." }] } };
  const kept = of(aCapability("c01-1"), aCapability("c01-2"), aCapability("c01-3", optional));
  expect(dimensionThatCanEmpty(kept)).toEqual([]);
  const bare = of(aCapability("c01-1", { appliesTo: ["acute"] }), aCapability("c01-2"));
  expect(dimensionThatCanEmpty(bare).map(({ path }) => path)).toEqual(
    Array(4).fill("/dimensions/0/capabilities"),
  );
});

test("what is wanted first never leads back to where it started", () => {
  const needing = (id: string, needed: string) =>
    aCapability(id, { needs: [{ capability: needed, level: 2 }] });
  const circle = of(needing("c01-1", "c01-2"), needing("c01-2", "c01-3"), needing("c01-3", "c01-1"));
  expect(circularNeeds(circle)).toHaveLength(3);
  const chain = of(needing("c01-1", "c01-3"), needing("c01-2", "c01-3"), aCapability("c01-3"));
  expect(circularNeeds(chain)).toEqual([]);
});

test("a capability without hints, evidence, someone to ask or its pillar is not ready", () => {
  const lenses = [
    { id: "wgll" as const, name: "What Good Looks Like", groups: [{ id: "SF", name: "Smart foundations" }] },
  ];
  const bare = aFramework([aDimension("d01", [aCapability("c01-1")])], { lenses });
  expect(incompleteCapability(bare).map(({ path }) => path.replace(FIRST, ""))).toEqual([
    "/whoKnows",
    "/evidence",
    "/lenses",
    "/levels/1",
    "/levels/2",
    "/levels/3",
    "/levels/4",
  ]);
});

test("the same fact asked in two places is found, whatever its capitals and commas", () => {
  const asking = (id: string, text: string) =>
    aCapability(id, { levels: levelsOf({ 2: [aCriterion(`${id}-l2-a`, { text })] }) });
  const twice = of(asking("c01-1", "The trust has a plan."), asking("c01-2", "The Trust has a plan"));
  expect(repeatedCriterion(twice)).toEqual([
    { path: "/dimensions/0/capabilities/1/levels/1/criteria/0/text", message: "asks the same as c01-1-l2-a" },
  ]);
});
