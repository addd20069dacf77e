import { dimensionSchema, type Capability, type CareSetting, type Criterion } from "@/lib/framework/schema";

/** One criterion that applies everywhere unless said otherwise; each costs a small effort. */
export function criterion(
  id: string,
  { appliesTo = null }: { appliesTo?: CareSetting[] | null } = {},
): Criterion {
  return { id, text: `The trust does ${id}.`, effort: "S", appliesTo, wording: {} };
}

type Outline = Partial<Omit<Capability, "levels">> & {
  id: string;
  levels: Partial<Record<2 | 3 | 4 | 5, Criterion[]>>;
};

/** One capability with the criteria given for levels 2 to 5; everything else as the schema fills it. */
export function capability({ levels, ...rest }: Outline): Capability {
  const number = rest.id.replace(/^c0?/, "").replace("-", ".");
  const ladder = ([1, 2, 3, 4, 5] as const).map((level) => ({
    level,
    criteria: level === 1 ? [] : (levels[level] ?? []),
  }));
  const outline = {
    number,
    name: `Capability ${number}`,
    stem: "What it is.",
    scope: "setting",
    ...rest,
    levels: ladder,
  };
  const dimension = dimensionSchema.parse({ id: "d01", number: "1", name: "One", capabilities: [outline] });
  const [made] = dimension.capabilities;
  if (!made) throw new Error("a dimension keeps the capability it is given");
  return made;
}
