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
  if (from.version === to.version) return new Map();
  const known = new Set(capabilitiesOf(to).map(({ id }) => id));
  const pairs = (to.follows?.crosswalk ?? []).flatMap(({ from, to: into }) => {
    const [source, target] = [from[0], into[0]];
    const oneToOne = from.length === 1 && into.length === 1 && source && target && known.has(target);
    return oneToOne ? [[source, target] as const] : [];
  });
  return new Map(pairs);
}
