import { describe, expect, it } from "vitest";
import { dimensionSchema, frameworkSchema } from "@/lib/framework/schema";
import { findingsOf } from "@/lib/report/findings";
import type { ScoringAnswer } from "@/lib/scoring/answers";
import { score } from "@/lib/scoring/score";
import { levelRows } from "./level-rows";

const criterion = (level: number) => ({
  id: `a1-l${level}-a`,
  text: "The trust does it.",
  effort: "S",
});
const dimension = dimensionSchema.parse({
  id: "A",
  number: "1",
  name: "Technology",
  capabilities: [
    {
      id: "a1",
      number: "1.1",
      name: `Records <script>"&' joined`,
      stem: "What it is.",
      scope: "organisation",
      gateFor: ["acute"],
      levels: [
        { level: 1, criteria: [] },
        { level: 2, criteria: [criterion(2)] },
        ...[3, 4, 5].map((level) => ({ level, criteria: [criterion(level)] })),
      ],
    },
  ],
});
const framework = frameworkSchema.parse({
  format: "digital-maturity/framework@1",
  id: "small",
  version: "1",
  status: "draft",
  title: "A small framework",
  careSettings: [{ id: "acute", name: "Acute" }],
  levels: [],
  stages: [{ stage: 1, name: "Foundational", overallAtLeast: 1, gateAtLeast: 1 }],
  dimensions: [dimension],
});

function rowsFor(answer: ScoringAnswer | null) {
  const answers = new Map(answer ? [["a1", answer]] : []);
  const standing = {
    framework,
    setting: "acute" as const,
    answers,
    result: score(framework, "acute", answers),
  };
  const [found] = findingsOf(standing, { showSensitive: true });
  return levelRows(found!, {
    answerHref: ({ id }) => `/answers/${id}?a=1&b=2`,
    workingHref: "/working",
    reviewer: new Map([["a1", 1 as const]]),
  });
}

describe("A digital lead reads the ladder of a dimension", () => {
  it("finds the level in figures, the way to the answer and what is missing for the next level", () => {
    const rows = rowsFor({
      criteria: { "a1-l2-a": "met", "a1-l3-a": "not_known" },
      carriedForward: true,
    });
    expect(rows).toContain("<strong>2</strong>");
    expect(rows).toContain('href="/answers/a1?a=1&amp;b=2"');
    expect(rows).toContain('href="/working#a1">1 criterion for level 3</a>');
    expect(rows).toContain("(1 not known)");
    expect(rows).toContain("Reviewer: level 1");
    expect(rows).toContain("Safeguard");
    expect(rows).toContain("To confirm");
  });

  it("sees a range while the answer is open", () => {
    expect(rowsFor(null)).toContain("<strong>1 to 5</strong>");
  });

  it("is shown the framework's words as words, whatever is in them", () => {
    const rows = rowsFor(null);
    expect(rows).toContain("Records &lt;script&gt;&quot;&amp;&#39; joined");
    expect(rows).not.toContain("<script");
  });
});
