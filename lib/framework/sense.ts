import { dimensionProblems } from "@/lib/framework/capability-sense";
import { capabilitiesOf } from "@/lib/framework/find";
import { gapInLevels, repeated, unknownAmong, type Finding } from "@/lib/framework/finding";
import type { Framework } from "@/lib/framework/schema";

/** What no schema of single values can see: ids used twice, gaps, and references that lead nowhere. */
export function senseProblems(framework: Framework): Finding[] {
  return [...headProblems(framework), ...dimensionProblems(framework)];
}

function headProblems(framework: Framework): Finding[] {
  const settings = framework.careSettings.map(({ id }) => id);
  return [
    ...repeated(settings, ["careSettings"], "id"),
    ...framework.careSettings.flatMap(({ id, comparesWith }, i) =>
      comparesWith !== null && (comparesWith === id || !settings.includes(comparesWith))
        ? [
            {
              at: ["careSettings", i, "comparesWith"],
              message: `${comparesWith} is not another care setting here`,
            },
          ]
        : [],
    ),
    ...gapInLevels(
      framework.levels.map(({ level }) => level),
      ["levels"],
    ),
    ...stageProblems(framework),
    ...repeated(
      framework.lenses.map(({ id }) => id),
      ["lenses"],
      "id",
    ),
    ...framework.lenses.flatMap(({ groups }, i) =>
      repeated(
        groups.map(({ id }) => id),
        ["lenses", i, "groups"],
        "id",
      ),
    ),
    ...(framework.follows?.crosswalk ?? []).flatMap(({ to }, i) =>
      unknownAmong(
        to,
        capabilitiesOf(framework).map(({ id }) => id),
        ["follows", "crosswalk", i, "to"],
        "capability",
      ),
    ),
  ];
}

/** Stages run 1, 2, 3 … and everyone is at least at the first (design 3 §4). */
function stageProblems({ stages }: Framework): Finding[] {
  const findings: Finding[] = stages.flatMap(({ stage }, i) =>
    stage === i + 1
      ? []
      : [{ at: ["stages", i, "stage"], message: `must be ${i + 1}: stages run from 1 without a gap` }],
  );
  const first = stages[0];
  if (first && first.overallAtLeast > 1) {
    findings.push({
      at: ["stages", 0, "overallAtLeast"],
      message: "must be 1: everyone is at least at stage 1",
    });
  }
  if (first && first.gateAtLeast > 1) {
    findings.push({
      at: ["stages", 0, "gateAtLeast"],
      message: "must be 1: everyone is at least at stage 1",
    });
  }
  return findings;
}
