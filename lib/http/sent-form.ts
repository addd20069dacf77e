import "server-only";
import { headers } from "next/headers";

/** The fields of a form as they were sent, but for what proves somebody to be themself: a name may come several times. */
export type SentFields = readonly (readonly [name: string, value: string])[];

// Without JavaScript an action and the page that answers it are one request, known by its headers. Kept where both find
// it, whichever bundle they were built into.
const kept = globalThis as { sentForms?: WeakMap<object, SentFields> };

/** Keeps what a form sent, for the page that may stand in place of its own: what was typed is given back there. */
export async function keepSent(fields: SentFields): Promise<void> {
  (kept.sentForms ??= new WeakMap()).set(await headers(), fields);
}

/** What the form of this request sent; null when it sent none. */
export async function sentForm(): Promise<SentFields | null> {
  return kept.sentForms?.get(await headers()) ?? null;
}
