import type { CareSetting } from "@/lib/framework/schema";

/** A finding at a place in the document, given as the keys that lead to it. */
export type Finding = { at: (string | number)[]; message: string };

const LEVELS = [1, 2, 3, 4, 5];

/** Levels stand 1, 2, 3, 4, 5, each once. */
export function gapInLevels(levels: readonly number[], at: Finding["at"]): Finding[] {
  if (levels.length === LEVELS.length && levels.every((level, i) => level === LEVELS[i])) return [];
  const missing = LEVELS.filter((level) => !levels.includes(level));
  const why = missing.length > 0 ? `level ${missing.join(", ")} is missing` : `found ${levels.join(", ")}`;
  return [{ at, message: `must list levels 1, 2, 3, 4, 5 in order: ${why}` }];
}

/** An id used before, anywhere in the document; otherwise remembers it. */
export function alreadyUsed(id: string, seen: Set<string>, at: Finding["at"], kind: string): Finding[] {
  if (seen.has(id)) return [{ at, message: `${id} is already the id of another ${kind}` }];
  seen.add(id);
  return [];
}

/** Ids listed more than once in one list; `key` is where each entry keeps its id. */
export function repeated(ids: readonly string[], at: Finding["at"], key?: string): Finding[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [{ at: [...at, i, ...(key ? [key] : [])], message: `${id} is listed twice` }],
  );
}

/** Ids in a list that are not known. */
export function unknownAmong(
  ids: readonly string[],
  known: readonly string[],
  at: Finding["at"],
  kind: string,
): Finding[] {
  return ids.flatMap((id, i) =>
    known.includes(id) ? [] : [{ at: [...at, i], message: `${id} is not a ${kind} of this framework` }],
  );
}

/** Keys of an object by care setting that are not known. */
export function unknownKeys(
  named: Partial<Record<CareSetting, unknown>>,
  known: readonly string[],
  at: Finding["at"],
  kind: string,
): Finding[] {
  return Object.keys(named).flatMap((key) =>
    known.includes(key) ? [] : [{ at: [...at, key], message: `${key} is not a ${kind} of this framework` }],
  );
}
