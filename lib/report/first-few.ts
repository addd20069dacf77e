/**
 * The first few of a list, and how many are left to be counted: never one, since a line that says "1 more" has room for
 * its name.
 */
export function firstFew<Item>(items: readonly Item[], most: number): { named: Item[]; more: number } {
  const named = items.slice(0, items.length === most + 1 ? most + 1 : most);
  return { named, more: items.length - named.length };
}
