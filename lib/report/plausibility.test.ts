import { expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { answersAt, workedExample } from "@/tests/support/framework";
import { secondLooks } from "./plausibility";

const framework = workedExample();
const resultAt = (levels: Parameters<typeof answersAt>[1]) =>
  score(framework, "acute", answersAt(framework, levels));
const nothing = { change: null, documented: new Set<string>() };

it("a jump of more than 0.4 in a year asks for a sentence, either way; exactly 0.4 does not", () => {
  const result = resultAt({ a1: 3, a2: 2, b1: 3, b2: 3, b3: 2 });
  const look = (by: number) => secondLooks(result, { ...nothing, change: { since: "2025/26", by } });
  expect(look(0.4)).toEqual([]);
  expect(look(-0.5)[0]).toContain("Down 0.5 since 2025/26");
});

it("level 5 without documented evidence is told, where evidence is known at all", () => {
  const result = resultAt({ a1: 5, a2: 5, b1: 3, b2: 3, b3: 2 });
  expect(secondLooks(result, { change: null, documented: new Set(["a1"]) })).toEqual([
    "1 capability is at level 5 without documented evidence",
  ]);
  expect(secondLooks(result, { change: null, documented: null })).toEqual([]);
});

it("questions on which colleagues are far apart are named until an answer is agreed", () => {
  const result = resultAt({ a1: 3, a2: 2, b1: 3, b2: 3, b3: 2 });
  expect(secondLooks(result, { ...nothing, apart: ["4.1 Strategy", "8.1 Identity"] })).toEqual([
    expect.stringMatching(/^Colleagues' views of 2 questions .*: 4\.1 Strategy; 8\.1 Identity$/),
  ]);
});

it("every answer the same is told, and not while some are open", () => {
  const all = { a1: 3, a2: 3, b1: 3, b2: 3, b3: 3 } as const;
  expect(secondLooks(resultAt(all), nothing)).toEqual(["Every capability is at level 3, which is rarely so"]);
  expect(secondLooks(resultAt({ a1: 3, a2: 3, b1: 3, b2: 3 }), nothing)).toEqual([]);
});
