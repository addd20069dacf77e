import { capabilitiesOf } from "@/lib/framework/find";
import {
  criterionChanges,
  type CriterionChange,
  type PlacedCriterion,
} from "@/lib/framework/criterion-change";
import type { Capability, Framework } from "@/lib/framework/schema";

// What changed between two versions of a framework (issue 3), and what may be compared across them (design 3 §9).

/** One capability, or those that a crosswalk ties together, before and after. */
export type CapabilityChange = {
  readonly kind: "kept" | "reworded" | "changed" | "new" | "dropped" | "split" | "merged";
  readonly before: readonly Capability[];
  readonly after: readonly Capability[];
  readonly criteria: readonly CriterionChange[];
};

/**
 * Every capability of both versions once: in the order of the newer, then what was dropped in the order of the
 * older. Capabilities that the newer version's crosswalk names are as it says: one into more is split, more
 * into one is merged (several into several goes by whether they grew in number). All others go by their id.
 *
 * - kept: the same to every reader; effort, lenses and `needs` are not looked at.
 * - reworded: the same criteria at the same levels, in other words; or another name, stem, hint or example.
 * - changed: a criterion is new, dropped, at another level or for other care settings; or the capability has
 *   another scope, other care settings, gates, weight or reasons not to apply.
 */
export function compareVersions(older: Framework, newer: Framework): CapabilityChange[] {
  const crosswalk = crosswalkBetween(older, newer);
  const before = new Map(capabilitiesOf(older).map((capability) => [capability.id, capability]));
  const after = new Map(capabilitiesOf(newer).map((capability) => [capability.id, capability]));
  const told = new Set<string>();
  const changes = [...after.values()].flatMap((capability): CapabilityChange[] => {
    const entry = crosswalk.find(({ to }) => to.includes(capability.id));
    if (entry && told.has(entry.to.join())) return [];
    if (entry) told.add(entry.to.join());
    const twin = crosswalk.some(({ from }) => from.includes(capability.id)) ? [] : [capability.id];
    return [changeOf(some(entry?.from ?? twin, before), some(entry?.to ?? [capability.id], after))];
  });
  const paired = new Set(changes.flatMap((change) => change.before.map(({ id }) => id)));
  const dropped = [...before.values()].filter(({ id }) => !paired.has(id));
  return [...changes, ...dropped.map((capability) => changeOf([capability], []))];
}

/**
 * The capabilities on which a trend may cross from the older version to the newer (design 3 §9): the same id
 * and marked `comparable` by the newer, or tied one to one by its crosswalk. Within one version all are.
 * Nothing is comparable unless the newer version says that it follows the older.
 */
export function comparablePairs(older: Framework, newer: Framework): { from: string; to: string }[] {
  if (older.id !== newer.id) return [];
  const sameVersion = older.version === newer.version;
  if (!sameVersion && newer.follows?.version !== older.version) return [];
  const crosswalk = sameVersion ? [] : crosswalkBetween(older, newer);
  const crossed = new Set(crosswalk.flatMap(({ from, to }) => [...from, ...to]));
  const before = new Set(capabilitiesOf(older).map(({ id }) => id));
  return capabilitiesOf(newer).flatMap(({ id, comparable }) => {
    const entry = crosswalk.find(({ to }) => to.includes(id));
    const [only, ...others] = entry?.from ?? [];
    if (entry) {
      return only && others.length === 0 && entry.to.length === 1 && before.has(only)
        ? [{ from: only, to: id }]
        : [];
    }
    return before.has(id) && !crossed.has(id) && (comparable || sameVersion) ? [{ from: id, to: id }] : [];
  });
}

function crosswalkBetween(older: Framework, newer: Framework) {
  return newer.id === older.id && newer.follows?.version === older.version ? newer.follows.crosswalk : [];
}

function some(ids: readonly string[], capabilities: ReadonlyMap<string, Capability>): Capability[] {
  return ids.flatMap((id) => capabilities.get(id) ?? []);
}

function changeOf(before: Capability[], after: Capability[]): CapabilityChange {
  const criteria = criterionChanges(before.flatMap(placed), after.flatMap(placed));
  return { kind: kindOf(before, after, criteria), before, after, criteria };
}

function kindOf(
  before: readonly Capability[],
  after: readonly Capability[],
  criteria: readonly CriterionChange[],
): CapabilityChange["kind"] {
  const [was] = before;
  const [is] = after;
  if (!was) return "new";
  if (!is) return "dropped";
  if (after.length > before.length) return "split";
  if (before.length > 1) return "merged";
  const judged = ({ kind }: CriterionChange) => kind !== "kept" && kind !== "reworded";
  if (criteria.some(judged) || !same(footing(was), footing(is))) return "changed";
  return criteria.some(({ kind }) => kind === "reworded") || !same(reading(was), reading(is))
    ? "reworded"
    : "kept";
}

function placed({ levels }: Capability): PlacedCriterion[] {
  return levels.flatMap(({ level, criteria }) => criteria.map((criterion) => ({ level, criterion })));
}

/** What a score rests on, apart from the criteria. */
function footing({ scope, appliesTo, gateFor, weight, mayBeNotApplicable }: Capability) {
  return { scope, appliesTo: sorted(appliesTo), gateFor: sorted(gateFor), weight, mayBeNotApplicable };
}

/** What a person reads, apart from the criteria. */
function reading({ name, stem, whoKnows, evidence, wording, levels }: Capability) {
  const worded = Object.entries(wording).sort(([a], [b]) => (a < b ? -1 : 1));
  return { name, stem, whoKnows, evidence, worded, hints: levels.map(({ hint }) => hint) };
}

function sorted(values: readonly string[] | null): string[] | null {
  return values && [...values].sort();
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
