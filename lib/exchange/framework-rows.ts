import { appliesIn, isGate } from "@/lib/framework/find";
import type { Capability, CareSetting, Criterion, Dimension, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { nameIn, stemIn, textIn } from "@/lib/framework/wording";

/** A column of a framework's table: its heading, how wide a reader needs it (in characters), and its cell. */
export type FrameworkColumn = {
  header: string;
  width: number;
  cell: (row: FrameworkRow) => string | number | null;
};

/** One criterion; or a level that has words of its own and no criterion, as level 1 of the rapid check. */
export type FrameworkRow = {
  dimension: Dimension;
  capability: Capability;
  level: Capability["levels"][number];
  criterion: Criterion | null;
};

/** Every criterion in file order; of one care setting, only what applies there. */
export function frameworkRows(framework: Framework, setting: CareSetting | null): FrameworkRow[] {
  const applies = (item: { appliesTo: CareSetting[] | null }) => setting === null || appliesIn(item, setting);
  return framework.dimensions.flatMap((dimension) =>
    dimension.capabilities.filter(applies).flatMap((capability) =>
      capability.levels.flatMap((level): FrameworkRow[] => {
        const criteria = level.criteria.filter(applies);
        if (criteria.length > 0) {
          return criteria.map((criterion) => ({ dimension, capability, level, criterion }));
        }
        return level.hint === null ? [] : [{ dimension, capability, level, criterion: null }];
      }),
    ),
  );
}

/** What is said of each criterion, beside its capability; without a setting, each setting's own wording too. */
export function criterionColumns(framework: Framework, setting: CareSetting | null): FrameworkColumn[] {
  const levelName = new Map<number, string>(framework.levels.map(({ level, name }) => [level, name]));
  return [
    { header: "Dimension", width: 22, cell: ({ dimension }) => `${dimension.number} ${dimension.name}` },
    { header: "Capability number", width: 11, cell: ({ capability }) => capability.number },
    { header: "Capability", width: 34, cell: ({ capability }) => nameIn(capability, setting) },
    { header: "Capability id", width: 13, cell: ({ capability }) => capability.id },
    { header: "Level", width: 7, cell: ({ level }) => level.level },
    { header: "Level name", width: 14, cell: ({ level }) => levelName.get(level.level) ?? null },
    { header: "Criterion id", width: 14, cell: ({ criterion }) => criterion?.id ?? null },
    { header: "Criterion", width: 70, cell: ({ criterion }) => criterion && textIn(criterion, setting) },
    ...(setting === null ? ownWording(framework) : []),
    { header: "Usual effort", width: 10, cell: ({ criterion }) => criterion?.effort ?? null },
    {
      header: "Applies in",
      width: 24,
      cell: ({ capability, criterion }) => settingsOf(framework, capability, criterion),
    },
    { header: "How to reach this level", width: 50, cell: ({ level }) => level.hint },
  ];
}

/** What is said of each capability as a whole. */
export function capabilityColumns(framework: Framework, setting: CareSetting | null): FrameworkColumn[] {
  return [
    { header: "Dimension", width: 22, cell: ({ dimension }) => `${dimension.number} ${dimension.name}` },
    { header: "Capability number", width: 11, cell: ({ capability }) => capability.number },
    { header: "Capability", width: 34, cell: ({ capability }) => nameIn(capability, setting) },
    { header: "Capability id", width: 13, cell: ({ capability }) => capability.id },
    {
      header: "What it is and why it matters",
      width: 60,
      cell: ({ capability }) => stemIn(capability, setting),
    },
    {
      header: "Answered",
      width: 22,
      cell: ({ capability }) =>
        capability.scope === "organisation" ? "Once for the organisation" : "In each care setting",
    },
    { header: "Applies in", width: 24, cell: ({ capability }) => settingsOf(framework, capability, null) },
    { header: "Safeguard in", width: 24, cell: ({ capability }) => safeguardIn(framework, capability) },
    { header: "Sensitive", width: 10, cell: ({ capability }) => (capability.sensitive ? "Yes" : "No") },
    { header: "Who usually knows", width: 30, cell: ({ capability }) => joined(capability.whoKnows) },
    {
      header: "Evidence that would show it",
      width: 50,
      cell: ({ capability }) => joined(capability.evidence),
    },
    {
      header: "Usually wanted first",
      width: 24,
      cell: ({ capability }) =>
        joined(capability.needs.map((need) => `${need.capability} level ${need.level}`)),
    },
    ...framework.lenses.map(({ id, name, groups }): FrameworkColumn => ({
      header: name,
      width: 26,
      cell: ({ capability }) =>
        joined(
          groups.filter((group) => capability.lenses[id]?.includes(group.id)).map((group) => group.name),
        ),
    })),
  ];
}

function ownWording(framework: Framework): FrameworkColumn[] {
  return framework.careSettings
    .filter(({ id }) =>
      framework.dimensions.some(({ capabilities }) =>
        capabilities.some(({ levels }) =>
          levels.some(({ criteria }) => criteria.some((criterion) => criterion.wording[id] !== undefined)),
        ),
      ),
    )
    .map(({ id, name }) => ({
      header: `In ${name.toLowerCase()}`,
      width: 40,
      cell: ({ criterion }) => criterion?.wording[id] ?? null,
    }));
}

function settingsOf(framework: Framework, capability: Capability, criterion: Criterion | null): string {
  const where = framework.careSettings
    .map(({ id }) => id)
    .filter((id) => appliesIn(capability, id) && (criterion === null || appliesIn(criterion, id)));
  if (where.length === framework.careSettings.length) return "Every care setting";
  return joined(where.map((id) => settingName(framework, id))) ?? "";
}

function safeguardIn(framework: Framework, capability: Capability): string | null {
  return joined(framework.careSettings.filter(({ id }) => isGate(capability, id)).map(({ name }) => name));
}

function joined(items: readonly string[]): string | null {
  return items.length === 0 ? null : items.join("; ");
}
