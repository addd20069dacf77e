import { join } from "node:path";
import { readFrameworkFiles } from "@/lib/exchange/framework-files";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework, Level } from "@/lib/framework/schema";
import { type Answers, criteriaForLevel } from "@/lib/scoring/answers";
import { frontier } from "@/lib/scoring/frontier";
import { shortestRoute } from "@/lib/scoring/route";
import { score } from "@/lib/scoring/score";
import { checkout } from "@/scripts/database/place";
import { quantile } from "./load";
import type { Row } from "./report";

const SETTING = "acute";
const ASSESSMENTS = 3000;

/** The scoring engine alone, on different answers each time so that nothing is remembered. */
export async function measureEngine(): Promise<Row[]> {
  const { documents } = await readFrameworkFiles(join(checkout, "frameworks"));
  const framework = documents.find(({ id, version }) => id === "nhs-trust" && version === "2026.1");
  if (!framework) throw new Error("There is no framework nhs-trust 2026.1.");
  const assessments = Array.from({ length: ASSESSMENTS }, (_, seed) => answersOf(framework, seed));
  const scoreAll = () => assessments.forEach((answers) => score(framework, SETTING, answers));
  const all = medianOf(5, scoreAll);
  const few = assessments.slice(0, 40);
  const each = (act: (answers: Answers) => unknown) =>
    quantile(
      few.flatMap((answers) => [medianOf(3, () => act(answers))]),
      0.5,
    );
  const route = each((answers) => shortestRoute(framework, SETTING, answers, { toStage: 3 }));
  const frontiers = each((answers) => frontier(framework, SETTING, answers));
  return [
    row(
      "Scoring one assessment",
      `${((all / ASSESSMENTS) * 1000).toFixed(0)} µs`,
      "under 100 µs",
      all / ASSESSMENTS < 0.1,
    ),
    row("Scoring 3,000 assessments", `${all.toFixed(0)} ms`, "under 500 ms", all < 500),
    row("Shortest route to the third stage", `${route.toFixed(1)} ms`, "under 20 ms", route < 20),
    row("Whole frontier", `${frontiers.toFixed(1)} ms`, "under 20 ms", frontiers < 20),
  ];
}

/** Levels 1 to 3, other ones for each seed. */
function answersOf(framework: Framework, seed: number): Answers {
  return new Map(
    capabilitiesOf(framework).map((capability, place) => {
      const level = (1 + ((seed * 7 + place * 13 + ((seed * place) % 5)) % 3)) as Level;
      return [capability.id, { criteria: criteriaForLevel(capability, level, [SETTING]) }];
    }),
  );
}

/** Milliseconds of one run: the median, after a run that is not counted. */
function medianOf(runs: number, act: () => unknown): number {
  act();
  const took = Array.from({ length: runs }, () => {
    const began = performance.now();
    act();
    return performance.now() - began;
  });
  return quantile(took, 0.5);
}

function row(what: string, product: string, reach: string, met: boolean): Row {
  return { what, product, reference: "–", ratio: "–", reach, met };
}
