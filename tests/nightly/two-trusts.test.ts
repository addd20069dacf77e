import fc from "fast-check";
import { expect, test } from "vitest";
import { lookBeneath } from "@/tests/support/database";
import { reached, steps, twoTrusts } from "@/tests/support/trusts-commands";

test("people of two trusts try whatever they can think of, all night, and it comes to what it ought to", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps()), { minLength: 150, maxLength: 150 }), async (commands) => {
      await fc.asyncModelRun(twoTrusts, commands);
    }),
    { numRuns: 100, endOnFailure: true },
  );
  for (const way of ["save saved in_progress", "answer saved in_progress", "on moved in_progress"]) {
    expect(reached).toContain(way);
  }
  expect(
    await lookBeneath(
      `SELECT capability_id FROM answer_revision WHERE kind <> 'refused'
       GROUP BY organisation_id, assessment_id, capability_id, scope HAVING max(version) <> count(*)`,
    ),
  ).toEqual([]);
});
