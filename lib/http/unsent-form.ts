import "server-only";
import { headers } from "next/headers";
import { PATH_HEADER, signInPath } from "@/lib/auth/return-to";
import type { FormAction } from "./form-state";

/** A form that nothing was done with, for a reason that passes, and what it held. */
export type UnsentForm = {
  /** What it is sent to, to be sent there again. */
  action: FormAction;
  why: string;
  /** Where to sign in first, where that is the reason. */
  signIn?: string;
  /** As it was sent: a name may come several times. */
  fields: readonly (readonly [name: string, value: string])[];
  /** The names of what proves somebody to be themself: never sent back, to be typed again. */
  secrets: readonly string[];
};

// Without JavaScript an action and the page that shows what came of it are one request, known by its headers. Kept
// where both find it, whichever bundle they were built into.
const kept = globalThis as { unsentForms?: WeakMap<object, UnsentForm> };

/**
 * Keeps a form for the reply to this request. The page it was sent from cannot always be made again: it needs the
 * database, or somebody signed in, just as the form did, and would lead away from what was typed.
 */
export async function keepUnsent(form: Omit<UnsentForm, "signIn">, signedOut: boolean): Promise<void> {
  const request = await headers();
  const signIn = signedOut ? signInPath(request.get(PATH_HEADER)) : undefined;
  (kept.unsentForms ??= new WeakMap()).set(request, { ...form, signIn });
}

/** The form that this request sent in vain, if it did; shown in place of the page. */
export async function unsentForm(): Promise<UnsentForm | null> {
  return kept.unsentForms?.get(await headers()) ?? null;
}
