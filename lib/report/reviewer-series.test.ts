import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { answersAt, workedExample } from "@/tests/support/framework";
import { reviewerSeries } from "./reviewer-series";

const framework = workedExample();
const answers = answersAt(framework, { a1: 3, a2: 3, b1: 3, b2: 3, b3: "N/A" });
const said = (capability: string, level: 1 | 2 | 3 | 4 | 5, scope = "organisation") => ({
  capability,
  scope,
  level,
  reason: "Not tested",
});
const organisation = () => "organisation";

describe("A reviewer thinks an answer is too high", () => {
  it("what the stage and scores would be stands beside the trust's own, which stay as they are", () => {
    const series = reviewerSeries(framework, "acute", answers, [said("a1", 2)], organisation);
    expect(series?.levels).toEqual(new Map([["a1", 2]]));
    expect(series?.result.dimensions[0]).toMatchObject({ id: "A", low: 2.5, high: 2.5 });
    expect(series?.result.stage.low).toBe(2);
    expect(score(framework, "acute", answers).stage.low).toBe(3);
  });

  it("changes nothing where the care setting has an answer of its own, or the capability does not apply", () => {
    expect(reviewerSeries(framework, "acute", answers, [said("a1", 2)], () => "acute")).toBeNull();
    expect(reviewerSeries(framework, "acute", answers, [said("b3", 2)], organisation)).toBeNull();
    expect(reviewerSeries(framework, "acute", answers, [], organisation)).toBeNull();
  });
});
