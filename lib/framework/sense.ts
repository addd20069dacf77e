import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";

/** A finding at a place in the document, given as the keys that lead to it. */
export type Finding = { at: (string | number)[]; message: string };

const LEVELS = [1, 2, 3, 4, 5];

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
      unknownAmong(to, capabilityIds(framework), ["follows", "crosswalk", i, "to"], "capability"),
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

function dimensionProblems(framework: Framework): Finding[] {
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
  const known = capabilityIds(framework);
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

function capabilityIds(framework: Framework): string[] {
  return framework.dimensions.flatMap(({ capabilities }) => capabilities.map(({ id }) => id));
}

function gapInLevels(levels: readonly number[], at: Finding["at"]): Finding[] {
  if (levels.length === LEVELS.length && levels.every((level, i) => level === LEVELS[i])) return [];
  const missing = LEVELS.filter((level) => !levels.includes(level));
  const why = missing.length > 0 ? `level ${missing.join(", ")} is missing` : `found ${levels.join(", ")}`;
  return [{ at, message: `must list levels 1, 2, 3, 4, 5 in order: ${why}` }];
}

function alreadyUsed(id: string, seen: Set<string>, at: Finding["at"], kind: string): Finding[] {
  if (seen.has(id)) return [{ at, message: `${id} is already the id of another ${kind}` }];
  seen.add(id);
  return [];
}

function repeated(ids: readonly string[], at: Finding["at"], key?: string): Finding[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [{ at: [...at, i, ...(key ? [key] : [])], message: `${id} is listed twice` }],
  );
}

function unknownAmong(
  ids: readonly string[],
  known: readonly string[],
  at: Finding["at"],
  kind: string,
): Finding[] {
  return ids.flatMap((id, i) =>
    known.includes(id) ? [] : [{ at: [...at, i], message: `${id} is not a ${kind} of this framework` }],
  );
}

function unknownKeys(
  named: Partial<Record<CareSetting, unknown>>,
  known: readonly string[],
  at: Finding["at"],
  kind: string,
): Finding[] {
  return Object.keys(named).flatMap((key) =>
    known.includes(key) ? [] : [{ at: [...at, key], message: `${key} is not a ${kind} of this framework` }],
  );
}
