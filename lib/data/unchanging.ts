import "server-only";

/**
 * Remembers values by id that never change once they are written, in this process; `most` of them, after which it
 * begins anew. What comes back reads those that are missing in one question and gives all that were asked for and
 * found. Ask only for ids that the transaction could find: then remembering shows nobody more.
 */
export function unchanging<Value>(most: number) {
  const remembered = new Map<string, Value>();
  return async (
    ids: readonly string[],
    read: (missing: string[]) => Promise<readonly (readonly [string, Value])[]>,
  ): Promise<ReadonlyMap<string, Value>> => {
    const known = new Map<string, Value>();
    for (const id of ids) {
      const value = remembered.get(id);
      if (value !== undefined) known.set(id, value);
    }
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length === 0) return known;
    const found = await read(missing);
    if (remembered.size + found.length > most) remembered.clear();
    for (const [id, value] of found) {
      known.set(id, value);
      remembered.set(id, value);
    }
    return known;
  };
}

/** Everybody is given the same value: whoever tried to change it would change it for all. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
