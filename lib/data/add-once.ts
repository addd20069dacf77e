import "server-only";
import { randomUUID } from "node:crypto";

type Adding = {
  /** Names the form that something was typed in. */
  key: string;
  /** Adds it under an id; nothing where the id is taken. */
  add: (id: string) => PromiseLike<{ count: number }>;
  /** How many of the very same stand under the key. */
  same: (id: string) => PromiseLike<number>;
};

/**
 * Adds what a form was sent with once, however often its button was pressed: the same sent again is what is there.
 * Something else from the same form, typed after going back to it, is added under an id of its own.
 */
export async function addOnce({ key, add, same }: Adding): Promise<{ id: string; added: boolean }> {
  if ((await add(key)).count > 0) return { id: key, added: true };
  if ((await same(key)) > 0) return { id: key, added: false };
  const id = randomUUID();
  await add(id);
  return { id, added: true };
}
