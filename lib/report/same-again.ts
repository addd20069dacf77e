/**
 * Gives `make` a memory: of a source equal to one it saw before, the same value as then. `make` must go by its source
 * alone (no clock, nothing it reads elsewhere), and nobody may change what it gave. The last `most` are remembered.
 *
 * Sources are compared by all that is in them, except what is frozen: that cannot change, so it equals itself alone,
 * however large it is. Throws for a source that holds what cannot be compared (a function).
 */
export function sameAgain<Source extends object | string, Value>(
  make: (source: Source) => Value,
  most: number,
): (source: Source) => Value {
  const made = new Map<string, Value>();
  const written = writer();
  return (source) => {
    const key = written(source);
    const value = made.has(key) ? (made.get(key) as Value) : make(source);
    // Put last, so that what was not asked for the longest is the first to go.
    made.delete(key);
    made.set(key, value);
    const [oldest] = made.keys();
    if (made.size > most && oldest !== undefined) made.delete(oldest);
    return value;
  };
}

/** Writes a value so that two texts are equal where the values are. */
function writer(): (source: object | string) => string {
  const names = new WeakMap<object, number>();
  let last = 0;
  const nameOf = (frozen: object): number => {
    const name = names.get(frozen) ?? ++last;
    names.set(frozen, name);
    return name;
  };
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
    if (typeof value === "function" || typeof value === "symbol") {
      throw new TypeError("sameAgain: a source holds what cannot be compared");
    }
    if (typeof value !== "object" || value === null) return value;
    if (Object.isFrozen(value)) return { $frozen: nameOf(value) };
    if (value instanceof Map) return { $map: [...(value as Map<unknown, unknown>)] };
    if (value instanceof Set) return { $set: [...(value as Set<unknown>)] };
    return value;
  };
  return (source) => JSON.stringify(source, plain);
}
