import { z } from "zod";

// A cursor says after which entry a list goes on. Callers pass it on as they got it; it opens nothing, since whose
// entries are read is asked anew with each page.

const places = {
  /** After the entry with this key. */
  key: z.strictObject({ after: z.string().min(1).max(200) }),
  /** Before an event: its time and its number. */
  event: z.strictObject({ at: z.iso.datetime(), id: z.string().regex(/^[1-9]\d{0,18}$/) }),
};

type Kind = keyof typeof places;
export type Place<K extends Kind> = z.infer<(typeof places)[K]>;

/** The text of a cursor, in letters that need no escaping in an address. */
export function writeCursor<K extends Kind>(place: Place<K>): string {
  return Buffer.from(JSON.stringify(place), "utf8").toString("base64url");
}

/** The place a cursor names; null for any text that was not made here. */
export function readCursor<K extends Kind>(kind: K, text: string): Place<K> | null {
  if (!/^[A-Za-z0-9_-]{1,400}$/.test(text)) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return (places[kind].safeParse(read).data ?? null) as Place<K> | null;
  } catch {
    return null;
  }
}

/** One page of a list that is whole in memory: at most `limit` entries after the one the cursor names. */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (entry: T) => string,
  { after, limit }: { after: string | null; limit: number },
): { items: T[]; next: string | null } {
  const at = after === null ? -1 : all.findIndex((entry) => keyOf(entry) === after);
  // An entry that went away since: the list begins anew rather than leaving something out.
  const items = all.slice(at + 1, at + 1 + limit);
  const last = items.at(-1);
  const more = at + 1 + limit < all.length;
  return { items, next: more && last !== undefined ? writeCursor<"key">({ after: keyOf(last) }) : null };
}
