import "server-only";
import { mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { shared } from "./tenant";

/** A framework version as the installation holds it. */
export type HeldFramework = {
  id: string;
  version: string;
  status: string;
  contentHash: string;
  storedAt: Date;
};

/** The framework versions of the installation, the newest of each first; null for who may not see them. */
export async function heldFrameworks(user: CurrentUser): Promise<HeldFramework[] | null> {
  if (!mayAdminister(user, "manage frameworks")) return null;
  const rows = await shared().frameworkVersion.findMany({
    select: { frameworkId: true, version: true, status: true, contentHash: true, storedAt: true },
    orderBy: [{ frameworkId: "asc" }, { version: "desc" }],
  });
  return rows.map(({ frameworkId, ...rest }) => ({ id: frameworkId, ...rest }));
}
