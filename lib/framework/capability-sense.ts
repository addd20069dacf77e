import {
  alreadyUsed,
  gapInLevels,
  repeated,
  unknownAmong,
  unknownKeys,
  type Finding,
} from "@/lib/framework/finding";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Capability, Framework } from "@/lib/framework/schema";

/** What no schema can see inside the dimensions: ids used twice, gaps in levels, references that lead nowhere. */
export function dimensionProblems(framework: Framework): Finding[] {
  const criterionIds = new Set<string>();
  const capabilityIdsSeen = new Set<string>();
  const findings = repeated(
    framework.dimensions.map(({ id }) => id),
    ["dimensions"],
    "id",
  );
  framework.dimensions.forEach((dimension, d) =>
    dimension.capabilities.forEach((capability, c) => {
      const at = ["dimensions", d, "capabilities", c];
      findings.push(
        ...alreadyUsed(capability.id, capabilityIdsSeen, [...at, "id"], "capability"),
        ...settingProblems(framework, capability, at),
        ...gateProblems(capability, at),
        ...referenceProblems(framework, capability, at),
        ...levelProblems(framework, capability, at, criterionIds),
      );
    }),
  );
  return findings;
}

function settingProblems(framework: Framework, capability: Capability, at: Finding["at"]): Finding[] {
  const known = framework.careSettings.map(({ id }) => id);
  return [
    ...unknownAmong(capability.appliesTo ?? [], known, [...at, "appliesTo"], "care setting"),
    ...unknownAmong(capability.gateFor, known, [...at, "gateFor"], "care setting"),
    ...unknownKeys(capability.wording, known, [...at, "wording"], "care setting"),
  ];
}

/** A safeguard that could be declared away would guard nothing (design 2). */
function gateProblems({ gateFor, appliesTo, mayBeNotApplicable }: Capability, at: Finding["at"]): Finding[] {
  const findings: Finding[] = gateFor.flatMap((setting, i) =>
    appliesTo !== null && !appliesTo.includes(setting)
      ? [{ at: [...at, "gateFor", i], message: `a gate for ${setting}, where the capability does not apply` }]
      : [],
  );
  if (gateFor.length > 0 && mayBeNotApplicable !== null) {
    findings.push({
      at: [...at, "mayBeNotApplicable"],
      message: "a gate can never be not applicable: leave this out",
    });
  }
  const reasons = mayBeNotApplicable?.reasons.map(({ id }) => id) ?? [];
  return [...findings, ...repeated(reasons, [...at, "mayBeNotApplicable", "reasons"], "id")];
}

function referenceProblems(framework: Framework, capability: Capability, at: Finding["at"]): Finding[] {
  const known = capabilitiesOf(framework).map(({ id }) => id);
  const findings: Finding[] = capability.needs.flatMap(({ capability: needed }, i) => {
    const place = [...at, "needs", i, "capability"];
    if (needed === capability.id) return [{ at: place, message: "a capability cannot need itself" }];
    return known.includes(needed) ? [] : [{ at: place, message: `${needed} is not a capability here` }];
  });
  for (const [lensId, groups] of Object.entries(capability.lenses)) {
    const lens = framework.lenses.find(({ id }) => id === lensId);
    const place = [...at, "lenses", lensId];
    if (!lens) findings.push({ at: place, message: `${lensId} is not a lens of this framework` });
    else {
      const known = lens.groups.map(({ id }) => id);
      findings.push(...unknownAmong(groups, known, place, `group of ${lensId}`), ...repeated(groups, place));
    }
  }
  return findings;
}

function levelProblems(
  framework: Framework,
  capability: Capability,
  at: Finding["at"],
  criterionIds: Set<string>,
): Finding[] {
  const known = framework.careSettings.map(({ id }) => id);
  const findings = gapInLevels(
    capability.levels.map(({ level }) => level),
    [...at, "levels"],
  );
  capability.levels.forEach(({ level, criteria }, l) => {
    const place = [...at, "levels", l, "criteria"];
    if (level === 1 && criteria.length > 0) {
      findings.push({ at: place, message: "level 1 has no criteria: everyone is at least there" });
    }
    criteria.forEach((criterion, i) =>
      findings.push(
        ...alreadyUsed(criterion.id, criterionIds, [...place, i, "id"], "criterion"),
        ...unknownAmong(criterion.appliesTo ?? [], known, [...place, i, "appliesTo"], "care setting"),
        ...unknownKeys(criterion.wording, known, [...place, i, "wording"], "care setting"),
      ),
    );
  });
  return findings;
}
