import type { Framework } from "@/lib/framework/schema";
import type { GapItem, GapSection } from "./gap-sections";
import { unblockerNames, unblockers } from "./gap-view";

/** Gaps that have something in common. */
export type GapGroup = { id: string; name: string; items: GapItem[] };

/** The gaps of all lists, as a person marked them: those that matter now, and those that wait. */
export function markedGaps(sections: readonly GapSection[]): { now: GapItem[]; later: GapItem[] } {
  const items = sections.flatMap((section) => section.items);
  return {
    now: items.filter(({ view }) => view?.standing === "now"),
    later: items.filter(({ view }) => view?.standing === "later"),
  };
}

/** The gaps by what usually stands in the way, in the framework's order; one may stand in several. */
export function gapsByBarrier(framework: Framework, sections: readonly GapSection[]): GapGroup[] {
  const groups = framework.lenses.find(({ id }) => id === "barrier")?.groups ?? [];
  return withItems(
    groups,
    sections,
    ({ id }, { capability }) => capability.lenses.barrier?.includes(id) ?? false,
  );
}

/** The gaps by who can unblock them, from the nearest to the farthest, as far as somebody said. */
export function gapsByUnblocker(sections: readonly GapSection[]): GapGroup[] {
  const groups = unblockers.map((id) => ({ id, name: unblockerNames[id] }));
  return withItems(groups, sections, ({ id }, { view }) => view?.unblockedBy === id);
}

/** The gaps by supplier, the contract that ends first at the front and those without an end last. */
export function gapsBySupplier(sections: readonly GapSection[]): GapGroup[] {
  const items = sections.flatMap((section) => section.items);
  const keyOf = ({ view }: GapItem) => view?.supplier.toLocaleLowerCase("en-GB") ?? "";
  const names = new Map(items.map((item) => [keyOf(item), item.view?.supplier ?? ""]));
  names.delete("");
  const groups = [...names].map(([id, name]) => ({ id, name }));
  const inEnglish = new Intl.Collator("en-GB");
  return withItems(groups, sections, ({ id }, item) => keyOf(item) === id).sort(
    (one, other) => firstEnd(one) - firstEnd(other) || inEnglish.compare(one.name, other.name),
  );
}

function firstEnd({ items }: GapGroup): number {
  return Math.min(...items.map(({ view }) => view?.contractEndsOn?.getTime() ?? Number.MAX_SAFE_INTEGER));
}

function withItems(
  groups: readonly { id: string; name: string }[],
  sections: readonly GapSection[],
  belongs: (group: { id: string }, item: GapItem) => boolean,
): GapGroup[] {
  const items = sections.flatMap((section) => section.items);
  return groups
    .map(({ id, name }) => ({ id, name, items: items.filter((item) => belongs({ id }, item)) }))
    .filter((group) => group.items.length > 0);
}
