import fc from "fast-check";
import { expect, test } from "vitest";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Level } from "@/lib/framework/schema";
import { smallFramework } from "@/tests/support/small-framework";
import { criteriaForLevel } from "./answers";
import { evidencedOf } from "./evidenced";
import { score } from "./score";

const framework = smallFramework();
const ids = capabilitiesOf(framework).map(({ id }) => id);

function at(levels: readonly Level[]) {
  return new Map(
    capabilitiesOf(framework).map((capability, index) => [
      capability.id,
      { criteria: criteriaForLevel(capability, levels[index] ?? 1, ["acute"]) },
    ]),
  );
}

function evidenced(levels: readonly Level[], documented: readonly string[]) {
  const answers = at(levels);
  const result = score(framework, "acute", answers);
  return { result, ...evidencedOf(framework, "acute", answers, result, new Set(documented)) };
}

test("I claim level 5 without a document: the score has it, the evidenced score counts level 3", () => {
  const { result, overall, documented, of } = evidenced([5, 5, 2], [ids[0] ?? ""]);
  expect(result.overall).toEqual({ low: 3.5, high: 3.5 });
  expect(overall).toEqual({ low: 3, high: 3 });
  expect([documented, of]).toEqual([1, 3]);
});

test("with everything documented both are the same, and the evidenced one is never higher", () => {
  const level = fc.constantFrom<Level>(1, 2, 3, 4, 5);
  fc.assert(
    fc.property(fc.tuple(level, level, level), fc.subarray(ids), (levels, documented) => {
      expect(evidenced(levels, ids).overall).toEqual(evidenced(levels, ids).result.overall);
      const { result, overall } = evidenced(levels, documented);
      expect(overall?.low).toBeLessThanOrEqual(result.overall?.low ?? 0);
      expect(overall?.low).toBeLessThanOrEqual(evidenced(levels, ids).overall?.low ?? 0);
    }),
  );
});
