import { describe, expect, test } from "vitest";
import { looseShare } from "@/lib/framework/content-rules/loose-share";
import { planForNothingLeft } from "@/lib/framework/content-rules/plan-for-nothing-left";
import type { ContentRule } from "@/lib/framework/content-rules/places";
import { twoFacts, unusedOneFacts } from "@/lib/framework/content-rules/two-facts";
import { unmeasuredWord } from "@/lib/framework/content-rules/unmeasured-word";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";

const LEVEL_2 = "/dimensions/0/capabilities/0/levels/1/criteria/0";

/** What a rule says of a framework whose level 2 asks this, in other words for ambulance services when given. */
function asked(rule: ContentRule, text: string, ambulance?: string) {
  const criterion = aCriterion("a1-l2-a", { text, wording: ambulance === undefined ? {} : { ambulance } });
  return rule(aFramework([aDimension("A", [aCapability("a1", { levels: levelsOf({ 2: [criterion] }) })])]));
}

describe("an editor asks two things at once, and nobody could answer half a yes", () => {
  test.each([
    ["The trust has a named owner and a funded plan.", "and"],
    ["The plan is approved; the board has seen it.", ";"],
    ["The plan is approved. The board has seen it.", "a second sentence"],
    ["The trust has a plan, which the board approved.", "a clause hung on with a comma"],
    ["The trust has a plan as well as an owner.", "as well as"],
    ["At least two teams have at least three owners.", "at least, twice"],
  ])("%s", (text, join) => {
    expect(asked(twoFacts, text)).toEqual([
      { path: `${LEVEL_2}/text`, message: expect.stringContaining(`("${join}")`) },
    ]);
  });

  test("a listed phrase is one fact, and excuses no other join beside it", () => {
    const one = "At least 80% of wards and community teams sent letters in the last 3 months.";
    expect(asked(twoFacts, one)).toEqual([]);
    expect(asked(twoFacts, one.replace("letters", "letters and plans"))).toHaveLength(1);
  });

  test("a hyphenated before-and-after is a word, not a join", () => {
    expect(asked(twoFacts, "A before-and-after comparison shows staff time saved.")).toEqual([]);
  });

  test("the wording of one care setting is looked at too", () => {
    expect(asked(twoFacts, "There is an owner.", "There is an owner and a plan.")).toMatchObject([
      { path: `${LEVEL_2}/wording/ambulance` },
    ]);
  });

  test("a phrase that no question uses any more is found, so that the list does not grow stale", () => {
    expect(unusedOneFacts(["Wards and community teams use it."])).not.toContain("wards and community teams");
    expect(unusedOneFacts([])).toContain("wards and community teams");
  });
});

describe("an editor writes a share that two people would count differently", () => {
  test("of what is missing", () => {
    expect(asked(looseShare, "In an audit in the last 12 months, at least 80% passed.")).toMatchObject([
      { message: '"80%" of what? Write "80% of …"' },
    ]);
  });

  test.each(["80%", "a third", "half"])("when is missing: %s", (share) => {
    expect(asked(looseShare, `At least ${share} of teams write electronic notes.`)).toMatchObject([
      { message: expect.stringContaining(`"${share}" counted when?`) },
    ]);
  });

  test.each([
    "At least 80% of teams wrote electronic notes in the last 3 months.",
    "At least a third of teams had a device at the end of the last quarter.",
    "Staff at a third or more of stations were asked in the last 24 months.",
    "At least half of the measures improved, in the latest report to the board.",
    "At least 80% of objectives in this financial year's plan have a project.",
    "Digital spending was within 5% of plan in each of the last 2 financial years.",
  ])("names both: %s", (text) => {
    expect(asked(looseShare, text)).toEqual([]);
  });
});

describe("an editor uses a word nobody can measure", () => {
  test.each(["Staff are trained regularly.", "Many wards use it.", "Staff get a reply soon."])(
    "%s",
    (text) => {
      expect(asked(unmeasuredWord, text)).toHaveLength(1);
    },
  );

  test("the same word counts when it is measured: the ten most frequent causes", () => {
    expect(asked(unmeasuredWord, "Three of the ten most frequent causes were removed.")).toEqual([]);
  });
});

describe("a trust that has finished is asked for the plan to finish, and would fall to level 1", () => {
  const plan = "A plan dated within the last 12 months gives a date for each service still on paper";

  test("unless the criterion says what counts when nothing is left", () => {
    expect(asked(planForNothingLeft, `${plan}.`)).toMatchObject([{ path: `${LEVEL_2}/text` }]);
    expect(asked(planForNothingLeft, `${plan} (or none is left).`)).toEqual([]);
  });

  test("a plan that never ends, such as this year's, needs no way out", () => {
    expect(asked(planForNothingLeft, "The trust's current yearly plan uses a forecast of need.")).toEqual([]);
  });
});
