import fc from "fast-check";
import { expect, test } from "vitest";
import { lookBeneath } from "@/tests/support/database";
import { reached, steps, twoTrusts } from "@/tests/support/trusts-commands";

// The short form, the same each time; tests/nightly/two-trusts.test.ts goes other ways every night.
test("whatever people of two trusts try, in any order, comes to what it ought to, and neither sees the other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps()), { minLength: 40, maxLength: 40 }), async (commands) => {
      await fc.asyncModelRun(twoTrusts, commands);
    }),
    { numRuns: 2, seed: 7, endOnFailure: true },
  );
  for (const way of ["save saved in_progress", "answer saved in_progress"]) {
    expect(reached).toContain(way);
  }
  expect(
    await lookBeneath(
      `SELECT capability_id FROM answer_revision WHERE kind <> 'refused'
       GROUP BY organisation_id, assessment_id, capability_id, scope HAVING max(version) <> count(*)`,
    ),
  ).toEqual([]);
});
