/** Text as the database keeps it: it takes no NUL and no half of a letter. Those alone are replaced by the sign for them. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}

/** The same of every text in a value, names of fields included. */
export function storable<T>(value: T): T {
  if (typeof value === "string") return storableText(value) as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [storableText(name), storable(part)]),
  ) as T;
}

/** The places in a value whose text, or whose name, the database does not keep as it is. */
export function unstorablePlaces(
  value: unknown,
  path: readonly PropertyKey[] = [],
): (readonly PropertyKey[])[] {
  if (typeof value === "string") return storableText(value) === value ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    storableText(name) === name ? unstorablePlaces(part, [...path, name]) : [path],
  );
}
