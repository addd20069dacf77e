import { capabilitiesOf, criteriaIn, findCapability } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import type { CriterionState } from "@/lib/scoring/answers";
import { mayAnswerIn, settingsServed } from "./scopes";
import type { AnswerContent, StoredAnswer } from "./stored-answer";

/** An answer brought into a new round, still to be confirmed there. */
export type CarriedAnswer = AnswerContent & { capabilityId: string; scope: string };

/**
 * The answers of one round as the next one opens with them. A capability is matched by its id or through the
 * newer version's crosswalk where exactly one capability became exactly one; criteria by their permanent ids, which
 * never change meaning. What has no counterpart stays behind, in the old round, where it can be read.
 */
export function carryForward(
  from: Framework,
  to: Framework,
  careSettings: readonly CareSetting[],
  rows: readonly StoredAnswer[],
): CarriedAnswer[] {
  const becomes = renamedBetween(from, to);
  return rows.flatMap((row) => {
    if (row.withdrawn) return [];
    const target = findCapability(to, becomes.get(row.capabilityId) ?? row.capabilityId);
    if (!target || !mayAnswerIn(target, careSettings, row.scope)) return [];
    const carried = contentServing(target, settingsServed(target, careSettings, row.scope), row);
    return carried ? [{ capabilityId: target.id, scope: row.scope, ...carried }] : [];
  });
}

/**
 * What an answer says where it serves other care settings: the criteria that apply there, or why it does not apply.
 * Null where nothing of it is left.
 */
export function contentServing(
  capability: Capability,
  settings: readonly CareSetting[],
  row: AnswerContent,
): AnswerContent | null {
  const { note, confidence } = row;
  if (row.notApplicable !== null) {
    const allowed = capability.mayBeNotApplicable?.reasons.some(({ id }) => id === row.notApplicable);
    return allowed ? { criteria: {}, notApplicable: row.notApplicable, note, confidence } : null;
  }
  const criteria: Record<string, CriterionState> = {};
  for (const { id } of criteriaIn(capability, settings).flatMap((level) => level.criteria)) {
    const state = row.criteria[id];
    if (state) criteria[id] = state;
  }
  return Object.keys(criteria).length === 0 ? null : { criteria, notApplicable: null, note, confidence };
}

/**
 * The capabilities that the newer version knows under another id, by their older id: those of its crosswalk where
 * exactly one became exactly one.
 */
export function renamedBetween(from: Framework, to: Framework): ReadonlyMap<string, string> {
  const many = new Set(crosswalkOf(from, to).flatMap((entry) => (entry.from.length > 1 ? entry.from : [])));
  const pairs = [...becameBetween(from, to)].flatMap(([before, [now, ...more]]) =>
    now !== undefined && more.length === 0 && !many.has(before) ? [[before, now] as const] : [],
  );
  return new Map(pairs);
}

/**
 * What each capability of the older version became in the newer one, by its older id: the same under another name, one
 * of which several were made one, or several where it was split. Those that the crosswalk does not name stayed.
 */
export function becameBetween(from: Framework, to: Framework): ReadonlyMap<string, readonly string[]> {
  const known = new Set(capabilitiesOf(to).map(({ id }) => id));
  const became = new Map<string, readonly string[]>();
  for (const entry of crosswalkOf(from, to)) {
    const now = entry.to.filter((id) => known.has(id));
    for (const before of entry.from)
      became.set(before, [...new Set([...(became.get(before) ?? []), ...now])]);
  }
  return became;
}

function crosswalkOf(from: Framework, to: Framework) {
  return from.version === to.version ? [] : (to.follows?.crosswalk ?? []);
}
