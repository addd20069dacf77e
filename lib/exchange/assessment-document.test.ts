import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readAssessmentDocument,
  writeAssessmentDocument,
  type AssessmentRead,
} from "@/lib/exchange/assessment-document";
import type { Framework } from "@/lib/framework/schema";
import type { Answers, ScoringAnswer } from "@/lib/scoring/answers";
import { score } from "@/lib/scoring/score";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";
import { frameworkAndAnswers } from "@/tests/support/framework-arbitraries";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", { gateFor: ["acute"] }),
    aCapability("a2", {
      mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "Not provided" }] },
    }),
    aCapability("a3", {
      levels: levelsOf({ 2: [aCriterion("wards"), aCriterion("crews", { appliesTo: ["ambulance"] })] }),
    }),
    aCapability("a4", { appliesTo: ["ambulance"] }),
  ]),
]);

const known = (id: string, version: string): Framework | undefined =>
  id === framework.id && version === framework.version ? framework : undefined;

function documentWith(answers: unknown[], head: Record<string, unknown> = {}): unknown {
  return {
    format: "digital-maturity/assessment@1",
    framework: { id: "small", version: "1" },
    careSetting: "acute",
    answers,
    ...head,
  };
}

function read(answers: unknown[], head: Record<string, unknown> = {}): AssessmentRead {
  const result = readAssessmentDocument(documentWith(answers, head), known);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

function problemsOf(answers: unknown[], head: Record<string, unknown> = {}): string[] {
  const result = readAssessmentDocument(documentWith(answers, head), known);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

describe("a trust sends what it answered", () => {
  test("by criterion, by level and as not applicable; the rest is undecided", () => {
    const { answers } = read([
      { capability: "a1", criteria: { "a1-l2-a": "met", "a1-l3-a": "not_known" } },
      { capability: "a2", notApplicable: { reason: "not_provided" } },
      { capability: "a3", level: 2, carriedForward: true },
    ]);
    expect(answers).toEqual(
      new Map<string, unknown>([
        ["a1", { criteria: { "a1-l2-a": "met", "a1-l3-a": "not_known" } }],
        ["a2", { criteria: {}, notApplicable: { reason: "not_provided" } }],
        ["a3", { criteria: { wards: "met" }, carriedForward: true }],
      ]),
    );
  });

  test("with everything the contract allows beside the answers", () => {
    const evidence = [
      {
        id: "e1",
        title: "Board paper",
        url: "https://example.org/paper",
        effective: "2026-04-01",
        grade: "verified",
      },
    ];
    const { document } = read(
      [
        {
          capability: "a1",
          level: 2,
          note: "",
          confidence: "medium",
          evidence,
          target: { level: 3, by: "2027-03-31" },
        },
      ],
      { organisation: { ods: "ZZA", name: "Ashdown Valley" }, round: "2026/27", asOf: "2026-11-22" },
    );
    expect(document.answers[0]?.evidence?.[0]?.grade).toBe("documented");
  });
});

describe("what is refused, and where", () => {
  test.each<[string, unknown[], string]>([
    [
      "an unknown capability",
      [{ capability: "z9", level: 2 }],
      "/answers/0/capability: z9 is not a capability of small 1",
    ],
    [
      "a capability answered twice",
      [
        { capability: "a1", level: 2 },
        { capability: "a1", level: 3 },
      ],
      "/answers/1/capability: a1 is answered twice",
    ],
    [
      "a capability of another care setting",
      [{ capability: "a4", level: 2 }],
      "/answers/0/capability: a4 does not apply in acute",
    ],
    [
      "an unknown criterion",
      [{ capability: "a1", criteria: { x: "met" } }],
      "/answers/0/criteria/x: is not a criterion of a1",
    ],
    [
      "a criterion of another capability",
      [{ capability: "a1", criteria: { wards: "met" } }],
      "/answers/0/criteria/wards: belongs to a3, not to a1",
    ],
    [
      "a criterion of another care setting",
      [{ capability: "a3", criteria: { crews: "met" } }],
      "/answers/0/criteria/crews: does not apply in acute",
    ],
    [
      "a criterion that is neither met nor not met nor not known",
      [{ capability: "a1", criteria: { "a1-l2-a": "yes" } }],
      "/answers/0/criteria/a1-l2-a: must be one of: met, not_met, not_known",
    ],
    [
      "not applicable where that is not allowed",
      [{ capability: "a1", notApplicable: { reason: "not_provided" } }],
      "/answers/0/notApplicable: a1 can never be not applicable",
    ],
    [
      "not applicable for a reason nobody listed",
      [{ capability: "a2", notApplicable: { reason: "too_hard" } }],
      "/answers/0/notApplicable/reason: must be one of: not_provided",
    ],
    [
      "a level and criteria at once",
      [{ capability: "a1", level: 2, criteria: {} }],
      "/answers/0: give only one of level, criteria and notApplicable",
    ],
    [
      "a level that does not exist",
      [{ capability: "a1", level: 6 }],
      "/answers/0/level: must be one of: 1, 2, 3, 4, 5",
    ],
    [
      "an unknown key",
      [{ capability: "a1", score: 2 }],
      "/answers/0/score: is an unknown key: check its spelling or remove it",
    ],
    [
      "a link that is a program",
      [{ capability: "a1", evidence: [{ title: "x", url: "javascript:alert(1)" }] }],
      "/answers/0/evidence/0/url: must be a web address that starts with http:// or https://",
    ],
    [
      "a key made to trip programs",
      [{ capability: "a1", criteria: JSON.parse('{"__proto__":"met"}') }],
      "/answers/0/criteria/__proto__: is not a criterion of a1",
    ],
    [
      "a key with a slash in it",
      [{ capability: "a1", criteria: { "a/b~c": "met" } }],
      "/answers/0/criteria/a~1b~0c: is not a criterion of a1",
    ],
  ])("%s", (_, answers, problem) => {
    expect(problemsOf(answers)).toEqual([problem]);
  });

  test("a framework, a version, a care setting or a format that is not known here", () => {
    expect(problemsOf([], { framework: { id: "small", version: "2" } })).toEqual([
      "/framework: small 2 is not a framework version known here",
    ]);
    expect(problemsOf([], { careSetting: "practice" })).toEqual([
      "/careSetting: practice is not a care setting of small 1",
    ]);
    expect(problemsOf([], { format: "digital-maturity/assessment@2" })).toEqual([
      "/format: must be digital-maturity/assessment@1",
    ]);
  });

  test("what is required and missing is named, all at once", () => {
    const result = readAssessmentDocument({}, known);
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([
      "/format",
      "/framework",
      "/careSetting",
      "/answers",
    ]);
  });

  test("anything at all is answered with a value or a list of problems, never an exception", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readAssessmentDocument(value, known).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.object({ key: fc.constantFrom("capability", "level", "criteria", "a1") })),
        (answers) => {
          expect(typeof readAssessmentDocument(documentWith(answers), known).ok).toBe("boolean");
        },
      ),
    );
  });
});

describe("writing", () => {
  test("what is written reads back to the same result", () => {
    fc.assert(
      fc.property(frameworkAndAnswers(), ([random, answers]) => {
        const applicable: Answers = new Map([...answers].filter(([, answer]) => !answer.notApplicable));
        const written = writeAssessmentDocument({
          framework: random,
          careSetting: "acute",
          answers: applicable,
        });
        const again = readAssessmentDocument(JSON.parse(JSON.stringify(written)), () => random);
        if (!again.ok) throw new Error(JSON.stringify(again.problems));
        expect(score(random, "acute", again.answers)).toEqual(score(random, "acute", applicable));
      }),
    );
  });

  test("an answer of the whole trust is written with what applies in this setting; notes go with it", () => {
    const written = writeAssessmentDocument({
      framework,
      careSetting: "acute",
      round: "2026/27",
      answers: new Map<string, ScoringAnswer>([
        ["a3", { criteria: { wards: "met", crews: "met" }, carriedForward: true }],
        ["a2", { criteria: { "a2-l2-a": "met" }, notApplicable: { reason: "not_provided" } }],
        ["a4", { criteria: { "a4-l2-a": "met" } }],
      ]),
      details: new Map([["a1", { note: "Asked the wards" }]]),
    });
    expect(written.answers).toEqual([
      { capability: "a1", note: "Asked the wards" },
      { capability: "a2", notApplicable: { reason: "not_provided" } },
      { capability: "a3", criteria: { wards: "met" }, carriedForward: true },
    ]);
    expect(readAssessmentDocument(written, known).ok).toBe(true);
  });
});
