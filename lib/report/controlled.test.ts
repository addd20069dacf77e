import { expect, test } from "vitest";
import { readFrameworkVersion } from "@/lib/exchange/framework-files";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { criteriaForLevel, type Answers } from "@/lib/scoring/answers";
import { score } from "@/lib/scoring/score";
import { controlledIn, controlledInWords } from "./controlled";

async function published(id: string): Promise<Framework> {
  const [framework] = (await readFrameworkVersion("frameworks", id, "2026.1")).documents;
  if (!framework) throw new Error(`${id} cannot be read`);
  return framework;
}

function answered(framework: Framework): Answers {
  const setting = framework.careSettings[0]?.id ?? "acute";
  return new Map(
    capabilitiesOf(framework).map((capability) => {
      const level = capability.lenses.control?.includes("practice") ? 3 : 2;
      return [capability.id, { criteria: criteriaForLevel(capability, level, [setting]) }];
    }),
  );
}

test("as a practice manager I read first how we do at what is ours, apart from what others decide", async () => {
  const framework = await published("gp-practice");
  const controlled = controlledIn(framework, score(framework, "practice", answered(framework)));
  expect(controlled?.own).toBe("3.0");
  expect(controlled && controlledInWords(controlled)).toBe(
    "What the practice itself controls scores 3.0 out of 5; the ICB 2.0; a supplier 2.0.",
  );
});

test("a trust's framework does not tell who controls what, so nothing is said", async () => {
  const framework = await published("nhs-trust");
  expect(controlledIn(framework, score(framework, "acute", answered(framework)))).toBeNull();
});
