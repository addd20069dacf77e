import "server-only";
import { headers } from "next/headers";
import { PATH_HEADER, signInPath } from "@/lib/auth/return-to";
import type { SentFields } from "./form-fields";
import type { FormAction } from "./form-state";

/** A form that nothing was done with, for a reason that passes. */
export type UnsentForm = {
  /** What it is sent to, to be sent there again. */
  action: FormAction;
  why: string;
  /** Where to sign in first, where that is the reason. */
  signIn?: string;
  fields: SentFields;
  /** The names of what proves somebody to be themself: never sent back, to be typed again. */
  secrets: readonly string[];
};

/** The form that a request sent and what came of it, as far as the page that answers it has to know. */
export type RequestForm = {
  fields: SentFields;
  /** Whether it came back with errors: the title of the page then begins with "Error:". */
  hasErrors?: boolean;
  /** Shown in place of the page, which may be just as impossible as the form was. */
  unsent?: UnsentForm;
};

// Without JavaScript an action and the page that answers it are one request, known by its headers. Kept where both find
// it, whichever bundle they were built into.
const kept = globalThis as { requestForms?: WeakMap<object, RequestForm> };

/** Keeps the form of this request, for the page that answers it. */
export async function keepForm(form: RequestForm): Promise<void> {
  (kept.requestForms ??= new WeakMap()).set(await headers(), form);
}

/** The form that this request sent; null when it sent none. */
export async function requestForm(): Promise<RequestForm | null> {
  return kept.requestForms?.get(await headers()) ?? null;
}

/** Where to sign in, in another tab, before the form of this request is sent again. */
export async function signInFirst(): Promise<string> {
  return signInPath((await headers()).get(PATH_HEADER));
}
