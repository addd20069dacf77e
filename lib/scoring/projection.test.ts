import { expect, test } from "vitest";
import { project } from "@/lib/scoring/projection";
import { score } from "@/lib/scoring/score";
import { answersAt, workedExample } from "@/tests/support/framework";

const framework = workedExample();
const answers = answersAt(framework, { a1: 2, a2: 4, b1: 3, b2: 3, b3: "N/A" });

const PLAN = [
  { by: "2027-03-31", criteria: ["a1-l3-a"] },
  { by: "2027-06-30", criteria: ["b1-l4-a", "b3-l2-a", "from-an-older-version"] },
];

test("a board asks where the plan takes it: nothing before the first date, stage 3 on the day the gate is met", () => {
  const before = project(framework, "acute", answers, PLAN, "2027-03-30");
  expect(before).toEqual(score(framework, "acute", answers));
  const after = project(framework, "acute", answers, PLAN, "2027-03-31");
  expect(after.stage.low).toBe(3);
  expect(after.overall?.low).toBe(3.25);
});

test("later actions add to earlier ones; what is not applicable stays so", () => {
  const result = project(framework, "acute", answers, PLAN, "2028-01-01");
  expect(result.capabilities.map(({ id, low }) => [id, low])).toEqual([
    ["a1", 3],
    ["a2", 4],
    ["b1", 4],
    ["b2", 3],
  ]);
});

test("asking changes no answer", () => {
  const before = structuredClone(answers);
  project(framework, "acute", answers, PLAN, "2028-01-01");
  expect(answers).toEqual(before);
});
