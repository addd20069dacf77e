import { describe, expect, it } from "vitest";
import { findingsOf } from "@/lib/report/findings";
import { score } from "@/lib/scoring/score";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  anAnswer,
  levelsOf,
} from "@/tests/support/framework";
import { levelRows } from "./level-rows";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", {
      name: `Records <b>"&' joined`,
      gateFor: ["acute"],
      levels: levelsOf({
        2: [aCriterion("a1-l2-a", { text: "At least <script>alert(1)</script> 80%" })],
        3: [aCriterion("a1-l3-a")],
        4: [aCriterion("a1-l4-a")],
        5: [aCriterion("a1-l5-a")],
      }),
    }),
  ]),
]);

function rowsFor(answer: ReturnType<typeof anAnswer> | null) {
  const answers = new Map(answer ? [["a1", answer]] : []);
  const standing = {
    framework,
    setting: "acute" as const,
    answers,
    result: score(framework, "acute", answers),
  };
  const [found] = findingsOf(standing, { showSensitive: true });
  return levelRows(found!, ({ id }) => `/answers/${id}?a=1&b=2`);
}

describe("A digital lead reads the ladder of a dimension", () => {
  it("finds the level in figures, the way to the answer and what is missing for the next level", () => {
    const rows = rowsFor(anAnswer({ "a1-l2-a": "met", "a1-l3-a": "not_known" }, { carriedForward: true }));
    expect(rows).toContain("<strong>2</strong>");
    expect(rows).toContain('href="/answers/a1?a=1&amp;b=2"');
    expect(rows).toContain("<summary>1 criterion for level 3</summary>");
    expect(rows).toContain("(Not known)");
    expect(rows).toContain("Safeguard");
    expect(rows).toContain("To confirm");
  });

  it("sees a range while the answer is open", () => {
    expect(rowsFor(null)).toContain("<strong>1 to 5</strong>");
  });

  it("is shown the framework's words as words, whatever is in them", () => {
    const rows = rowsFor(null);
    expect(rows).toContain("Records &lt;b&gt;&quot;&amp;&#39; joined");
    expect(rows).toContain("&lt;script&gt;alert(1)&lt;/script&gt; 80%");
    expect(rows).not.toContain("<script");
  });
});
