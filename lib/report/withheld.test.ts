import { expect, test } from "vitest";
import { readFrameworkVersion } from "@/lib/exchange/framework-files";
import { capabilitiesOf } from "@/lib/framework/find";
import { criteriaForLevel } from "@/lib/scoring/answers";
import { score } from "@/lib/scoring/score";
import { withoutSensitiveItems } from "./withheld";

test("a program of a board member gets every score, and no level or safeguard that is sensitive", async () => {
  const [framework] = (await readFrameworkVersion("frameworks", "nhs-trust", "2026.1")).documents;
  if (!framework) throw new Error("The framework cannot be read");
  const sensitive = capabilitiesOf(framework).filter((capability) => capability.sensitive);
  const answers = new Map(
    capabilitiesOf(framework).map((capability) => {
      const level = capability.sensitive ? 2 : 3;
      return [capability.id, { criteria: criteriaForLevel(capability, level, ["acute"]) }];
    }),
  );
  const whole = score(framework, "acute", answers);
  const { result, withheld } = withoutSensitiveItems(framework, "acute", whole);

  const gates = whole.heldBy.filter(({ kind }) => kind === "gate");
  expect(gates.length).toBeGreaterThan(0);
  expect(withheld).toEqual({ capabilities: sensitive.length, safeguards: gates.length });
  for (const { id } of sensitive) expect(JSON.stringify(result)).not.toContain(`"${id}`);
  // All of them hold the stage, so their number would tell of each: no condition counts them.
  const { unmet, of } = whole.distance;
  expect(result.distance).toEqual({ unmet: unmet - gates.length, of: of - gates.length });
  const { capabilities: _levels, heldBy: _heldBy, distance: _distance, ...scores } = whole;
  expect(result).toMatchObject(scores);
});
