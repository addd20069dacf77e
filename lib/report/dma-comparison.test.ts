import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { compareWithDma, differenceInWords, dmaYears, type OfficialScores } from "./dma-comparison";

const framework = aFramework(
  [
    aDimension("A", [
      aCapability("a1", { lenses: { wgll: ["WL"] } }),
      aCapability("a2", { lenses: { wgll: ["SF"] } }),
      aCapability("a3", { lenses: { wgll: ["SP"] } }),
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
          { id: "SP", name: "Safe practice" },
        ],
      },
    ],
  },
);
const result = score(framework, "acute", answersAt(framework, { a1: 3, a2: 2 }));
const official = (scores: OfficialScores["scores"]): OfficialScores => ({
  year: 2025,
  version: 1,
  scores,
  remarks: { WL: "They count the strategy twice." },
  typedAt: new Date("2026-04-01T09:00:00Z"),
});

describe("I put the official scores beside ours", () => {
  const rows = compareWithDma(framework, result, official({ WL: 36, SF: 25, SP: 20 }));

  it("what is more than half a level apart is told, with its sentence; exactly half is not", () => {
    expect(
      rows.map(({ pillar, ours, official: theirs, difference, apart }) => ({
        pillar,
        ours,
        theirs,
        difference,
        apart,
      })),
    ).toEqual([
      { pillar: "WL", ours: "3.0", theirs: "3.6", difference: 6, apart: true },
      { pillar: "SF", ours: "2.0", theirs: "2.5", difference: 5, apart: false },
      { pillar: "SP", ours: "1.0 to 5.0", theirs: "2.0", difference: null, apart: false },
    ]);
    expect(rows[0]?.remark).toBe("They count the strategy twice.");
  });

  it("says which way without a sign or a colour", () => {
    expect([6, 0, -12].map(differenceInWords)).toEqual(["0.6 higher", "the same", "1.2 lower"]);
  });

  it("leaves a pillar open that was not typed in", () => {
    expect(compareWithDma(framework, result, official({}))[0]).toMatchObject({
      official: null,
      difference: null,
    });
  });

  it("takes every year since the first that was published by pillar", () => {
    expect(dmaYears(new Date("2026-11-23T00:00:00Z"))).toEqual([2026, 2025, 2024, 2023]);
  });
});
