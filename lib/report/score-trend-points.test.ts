import { describe, expect, it } from "vitest";
import { aKeptRound, levelsNow } from "@/tests/support/board-section";
import { drawnAs, keptIn, keptPoints, type KeptResults } from "./score-trend-points";
import { overallInFigures } from "./stage-words";

const { result } = aKeptRound("2026/27", levelsNow);
/** A round with a score just below the 3.0 that its next stage needs, and all else met. */
const nearly = { ...result, overall: { low: 2.96, high: 2.96 } };
const kept = (day: string, changes: Partial<KeptResults> = {}): KeptResults => ({
  kind: "sign_off",
  name: "",
  round: "2026/27",
  frameworkVersion: "2026.1",
  at: new Date(`${day}T09:00:00Z`),
  results: { acute: nearly },
  ...changes,
});

describe("I look at a drawing and at the table below it", () => {
  it("both say 2.9 of a score that needs 3.0 and has 2.96", () => {
    expect(overallInFigures(nearly)).toBe("2.9");
    expect(keptPoints("acute", [kept("2026-05-06")])).toMatchObject([{ low: 2.9, high: 2.9 }]);
    expect(drawnAs(nearly.overall, "2.9")).toEqual({ low: 2.9, high: 2.9 });
  });

  it("a range stays a range", () => {
    expect(drawnAs({ low: 2.1, high: 3.4 }, "2.1 to 3.4")).toEqual({ low: 2.1, high: 3.4 });
  });

  it("has rounds in order of time, a name for what is not signed off, and a break where the framework changed", () => {
    const rounds = [
      kept("2026-10-20", { kind: "checkpoint", frameworkVersion: "2026.1" }),
      kept("2025-05-06", { round: "2025/26", frameworkVersion: "2025.1" }),
      kept("2025-06-06", { results: {} }),
    ];
    expect(keptPoints("acute", keptIn("acute", rounds))).toMatchObject([
      { label: "2025/26", kind: "signed_off" },
      { label: "20 October 2026", kind: "checkpoint", breakBefore: "Framework 2026.1" },
    ]);
  });
});
