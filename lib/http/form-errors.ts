import "server-only";
import { headers } from "next/headers";

// Without JavaScript an action and the page that shows its errors are one request, known by its headers. Kept where
// both find it, whichever bundle they were built into.
const kept = globalThis as { formsWithErrors?: WeakSet<object> };

/** Notes that the form this request sent came back with errors. */
export async function noteFormErrors(): Promise<void> {
  (kept.formsWithErrors ??= new WeakSet()).add(await headers());
}

/** Whether this request shows a form that came back with errors: its title then begins with "Error:". */
export async function hasFormErrors(): Promise<boolean> {
  return kept.formsWithErrors?.has(await headers()) ?? false;
}
