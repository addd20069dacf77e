import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import type { CurrentUser } from "@/lib/access/user";

/** The trust whose sharing this person decides about; 404 for everybody else. */
export async function loadSharing(ods: string): Promise<{ user: CurrentUser; trust: Organisation }> {
  const user = await requireUser();
  const trust = await organisationByCode(user, ods);
  if (!trust || !may(user, "manage sharing", trust.id)) notFound();
  return { user, trust };
}
