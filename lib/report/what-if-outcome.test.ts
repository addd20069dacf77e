import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  answersAt,
  levelsOf,
} from "@/tests/support/framework";
import { whatIfOutcome } from "./what-if-outcome";
import { askedWhatIf, whatIfChoices } from "./what-if-question";
import { whatIfSearch } from "./what-if-search";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", {
      gateFor: ["acute"],
      sensitive: true,
      levels: levelsOf({
        2: [aCriterion("a1-l2-a")],
        3: [aCriterion("a1-l3-a", { effort: "L" }), aCriterion("a1-l3-b")],
        4: [aCriterion("a1-l4-a")],
        5: [aCriterion("a1-l5-a")],
      }),
    }),
    aCapability("a2", { needs: [{ capability: "a1", level: 4 }] }),
  ]),
]);
const answers = answersAt(framework, { a1: 2, a2: 3 });
const standing = {
  framework,
  setting: "acute" as const,
  answers,
  result: score(framework, "acute", answers),
};

function tried(params: Parameters<typeof askedWhatIf>[0], showSensitive = true) {
  const choices = whatIfChoices(standing, { showSensitive });
  const asked = askedWhatIf(params, choices);
  return { ...asked, outcome: whatIfOutcome(standing, asked.supposed, { showSensitive }) };
}

describe("A digital lead ticks what might be done", () => {
  it("sees stage, score and distance beside today, the effort and the levels that change", () => {
    const { outcome } = tried({ met: ["a1-l3-a", "a1-l3-b"] });
    expect(outcome.measures).toEqual([
      { name: "Stage", today: "Developing", then: "Established" },
      { name: "Overall score", today: "2.5", then: "3.0" },
      {
        name: "Distance",
        today: "2 of 3 conditions left to Established",
        then: "1 of 3 conditions left to Integrated",
      },
    ]);
    expect(outcome.effort).toBe("9 points of effort; the longest piece usually takes about 12 months");
    expect(outcome.levels).toEqual(["a1 Capability a1: from level 2 to level 3"]);
    expect(outcome.summary).toMatch(/^With 2 changes: Established, score 3\.0\./);
  });

  it("is told of a tick that counts for nothing yet, and of what is usually wanted first", () => {
    expect(tried({ met: "a1-l4-a" }).outcome.waiting).toMatch(/^1 tick does not count yet/);
    expect(tried({ met: ["a2-l4-a"] }).outcome.cautions).toEqual([
      "a2 Capability a2. Usually wanted first: a1 Capability a1 at level 4. It is at level 2, and this leaves it at level 2.",
    ]);
  });

  it("sees what losing something would cost", () => {
    const { outcome } = tried({ lost: "a2-l2-a" });
    expect(outcome.levels).toEqual(["a2 Capability a2: from level 3 to level 1"]);
    expect(outcome.effort).toBeNull();
  });

  it("opens an old address: what is so already, or is not there, is counted and changes nothing", () => {
    const { supposed, ignored, outcome } = tried({ met: ["a2-l2-a", "z9"], lost: "a1-l5-a" });
    expect([supposed.met.size, supposed.lost.size, ignored]).toEqual([0, 0, 3]);
    expect(outcome.ticks).toBe(0);
    expect(outcome.summary).toMatch(/^Nothing is ticked, so this is today: Developing/);
  });

  it("finds the same ticks again in the address it is given", () => {
    const { supposed } = tried({ met: ["a1-l3-b", "a1-l3-a"], lost: "a2-l2-a" });
    expect(whatIfSearch(supposed)).toBe("?met=a1-l3-a&met=a1-l3-b&lost=a2-l2-a");
  });
});

describe("A board viewer without sensitive items tries the same", () => {
  it("can tick and is told nothing of them", () => {
    const { supposed, ignored, outcome } = tried({ met: ["a1-l3-a", "a1-l3-b", "a2-l4-a"] }, false);
    expect([...supposed.met]).toEqual(["a2-l4-a"]);
    expect(ignored).toBe(2);
    expect(JSON.stringify(outcome)).not.toContain("Capability a1");
    expect(outcome.heldBy.reasons).not.toEqual([]);
    expect(outcome.heldBy.reasons.join()).not.toContain("1 sensitive safeguard");
  });
});
