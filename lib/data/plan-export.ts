import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { withTenant } from "./tenant";

/** Notes that somebody took the plan away as a file; false where it is not theirs to take, and then nothing is noted. */
export async function notePlanExport(
  user: CurrentUser,
  organisationId: string,
  { format, file }: { format: string; file: string },
): Promise<boolean> {
  if (!may(user, "see the plan", organisationId)) return false;
  const sensitive = may(user, "see sensitive items", organisationId);
  await withTenant(user, { write: organisationId }, (tx) =>
    record(tx, {
      organisationId,
      actorId: user.personId,
      action: "plan.exported",
      subject: `organisation:${organisationId}`,
      detail: { format, sensitive, file },
    }),
  );
  return true;
}
