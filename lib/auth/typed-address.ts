import "server-only";
import { seal, unseal } from "@/lib/data/sealed-text";

/** The address somebody typed, to show it in the form again: sealed, so that no log and no history has it to read. */
export function rememberTyped(email: string): string {
  return seal("typed address", email.slice(0, 254));
}

/** The address that was typed, or "" where this is none of ours. */
export function typedBefore(sealed: string | null): string {
  return (sealed && unseal("typed address", sealed)) || "";
}
