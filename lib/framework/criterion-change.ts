import type { Criterion, Level } from "@/lib/framework/schema";

/** One criterion before and after; null where a version has none. */
export type CriterionChange = {
  readonly kind: "kept" | "reworded" | "changed" | "new" | "dropped";
  readonly before: PlacedCriterion | null;
  readonly after: PlacedCriterion | null;
};

export type PlacedCriterion = { readonly level: Level; readonly criterion: Criterion };

/**
 * What became of each criterion: those after, in their order, then what was dropped. Paired by id; what is
 * left, by identical words, which a move to another level or capability keeps.
 */
export function criterionChanges(
  before: readonly PlacedCriterion[],
  after: readonly PlacedCriterion[],
): CriterionChange[] {
  const ids = new Set(after.map(({ criterion }) => criterion.id));
  const taken = new Set<PlacedCriterion>();
  const twinOf = ({ criterion }: PlacedCriterion) =>
    before.find((earlier) => earlier.criterion.id === criterion.id) ??
    before.find(
      (earlier) =>
        earlier.criterion.text === criterion.text && !ids.has(earlier.criterion.id) && !taken.has(earlier),
    );
  const changes = after.map((later): CriterionChange => {
    const earlier = twinOf(later);
    if (!earlier) return { kind: "new", before: null, after: later };
    taken.add(earlier);
    return { kind: criterionKind(earlier, later), before: earlier, after: later };
  });
  const dropped = before.filter((earlier) => !taken.has(earlier));
  return [
    ...changes,
    ...dropped.map((earlier): CriterionChange => ({ kind: "dropped", before: earlier, after: null })),
  ];
}

function criterionKind(before: PlacedCriterion, after: PlacedCriterion): CriterionChange["kind"] {
  const [was, is] = [before.criterion, after.criterion];
  if (before.level !== after.level || !same(sorted(was.appliesTo), sorted(is.appliesTo))) return "changed";
  return was.text === is.text && same(byKey(was.wording), byKey(is.wording)) ? "kept" : "reworded";
}

function sorted(values: readonly string[] | null): string[] | null {
  return values && [...values].sort();
}

function byKey(wording: Criterion["wording"]): string[][] {
  return Object.entries(wording).sort(([a], [b]) => (a < b ? -1 : 1));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
