import { scopeName } from "@/lib/framework/setting-names";
import type { Framework } from "@/lib/framework/schema";

/** Where an answer was copied from: its scope, and the name of the trust where that is another one. */
export type CopiedPlace = { scope: string; trust: string | null };

/** That place in words, "Acute", or "Northmere NHS Trust (Acute)". */
export function placeInWords(framework: Framework, { scope, trust }: CopiedPlace): string {
  const name = scopeName(framework, scope);
  return trust === null ? name : `${trust} (${name})`;
}
