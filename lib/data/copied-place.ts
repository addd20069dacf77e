import "server-only";
import type { CopiedPlace } from "@/lib/assessment/copied-place";
import type { RevisionCause } from "@/lib/assessment/revision";
import { shared } from "./tenant";

/** Where a version was copied from, with the name of the trust where that is another one; null where it was not. */
export async function copiedPlaceOf({
  copiedFrom: scope,
  copiedFromTrust: id,
}: RevisionCause): Promise<CopiedPlace | null> {
  if (scope === undefined) return null;
  if (id === undefined) return { scope, trust: null };
  const trust = await shared().organisation.findUnique({ where: { id }, select: { name: true } });
  return { scope, trust: trust?.name ?? "another trust" };
}
