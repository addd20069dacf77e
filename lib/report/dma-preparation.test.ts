import { describe, expect, it } from "vitest";
import type { LinkedEvidence } from "@/lib/assessment/evidence";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework } from "@/tests/support/framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { dmaPreparation, preparationSheets } from "./dma-preparation";
import { servingAnswers } from "./serving-answers";

const framework = aFramework(
  [
    aDimension("A", [
      aCapability("a1", { lenses: { wgll: ["WL"] } }),
      aCapability("a2", { lenses: { wgll: ["SF"] }, sensitive: true }),
    ]),
  ],
  {
    lenses: [
      {
        id: "wgll",
        name: "What Good Looks Like",
        groups: [
          { id: "WL", name: "Well led" },
          { id: "SF", name: "Smart foundations" },
        ],
      },
    ],
  },
);
const rows = [
  storedAnswer("a1", "organisation", {
    criteria: { "a1-l2-a": "met", "a1-l3-a": "not_met" },
    note: "=Agreed in May",
    confidence: "high",
  }),
];
const answers = answersFor(framework, "acute", rows);
const standing = {
  framework,
  setting: "acute" as const,
  answers,
  result: score(framework, "acute", answers),
};
const item: LinkedEvidence = {
  id: "e",
  title: "Strategy 2026",
  url: "https://example.org/s",
  reference: "",
  owner: "",
  version: 1,
  effectiveOn: null,
  reviewOn: null,
  grade: "documented",
  verifiedBy: null,
  capabilityId: "a1",
  scope: "organisation",
  counter: false,
};

describe("I fill in the DMA and look up what we answered", () => {
  const prepare = (showSensitive: boolean) =>
    dmaPreparation(standing, servingAnswers("acute", rows), [item, { ...item, scope: "acute" }], {
      showSensitive,
    });

  it("by pillar: the level, what is missing, our note, and the evidence of the answer that counts", () => {
    const [wellLed] = prepare(true);
    expect(wellLed).toMatchObject({ name: "Well led", score: "2.0" });
    expect(wellLed?.answers).toEqual([
      {
        id: "a1",
        title: "a1 Capability a1",
        level: "2",
        bounds: { low: 2, high: 2 },
        missing: ["The trust does a1-l3-a."],
        note: "=Agreed in May",
        confidence: "high",
        evidence: ["Strategy 2026, documented, https://example.org/s"],
      },
    ]);
  });

  it("as Excel: whose it is and with whom it may be left, then a table whose figures are figures", () => {
    const about = {
      organisation: { odsCode: "ZZA", name: "Ashdown Valley" },
      setting: "Acute",
      round: "2026/27",
      framework: "Framework, 2026.1",
      signedOff: false,
      sensitive: true,
      madeOn: new Date("2026-11-23T12:00:00Z"),
    };
    const [first, second] = preparationSheets(about, prepare(true));
    expect(first?.rows).toEqual(
      expect.arrayContaining([
        ["Organisation", "Ashdown Valley"],
        ["Marking", "Draft, not signed off. Confidential: names sensitive capabilities"],
      ]),
    );
    expect(second?.rows.map((row) => row.slice(0, 4))).toEqual([
      ["Well led", 2, "a1 Capability a1", 2],
      ["Smart foundations", "1.0 to 5.0", "a2 Capability a2", "1 to 5"],
    ]);
  });

  it("without what is sensitive for who may not see it", () => {
    expect(JSON.stringify(prepare(false))).not.toContain("a2");
  });
});
