import "server-only";
import type { CopiedPlace } from "@/lib/assessment/copied-place";
import type { RevisionCause } from "@/lib/assessment/revision";
import { shared } from "./tenant";

/**
 * Where each of these versions was copied from, with the name of the trust where that is another one; null for one that
 * was not copied.
 */
export async function copiedPlacesOf(causes: readonly RevisionCause[]): Promise<(CopiedPlace | null)[]> {
  const ids = [...new Set(causes.flatMap(({ copiedFromTrust }) => copiedFromTrust ?? []))];
  const trusts =
    ids.length === 0
      ? []
      : await shared().organisation.findMany({
          where: { id: { in: ids } },
          select: { id: true, name: true },
        });
  const names = new Map(trusts.map(({ id, name }) => [id, name]));
  return causes.map(({ copiedFrom: scope, copiedFromTrust: id }) => {
    if (scope === undefined) return null;
    return { scope, trust: id === undefined ? null : (names.get(id) ?? "another trust") };
  });
}
