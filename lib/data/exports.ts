import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { withTenant } from "./tenant";

/** A gap report that left the service as a file. */
export type ReportExport = {
  organisationId: string;
  assessmentId: string;
  setting: string;
  format: string;
  /** The sign-off its figures come from; null for those of an open round. */
  snapshotId: string | null;
  /** True where it names what is sensitive. */
  sensitive: boolean;
};

/** Notes that somebody took a gap report away; false where it is not theirs to take, and then nothing is noted. */
export async function noteExport(user: CurrentUser, made: ReportExport): Promise<boolean> {
  const { organisationId, assessmentId, setting, format, snapshotId, sensitive } = made;
  if (!may(user, "export the gap report", organisationId)) return false;
  await withTenant(user, { write: organisationId }, (tx) =>
    record(tx, {
      organisationId,
      actorId: user.personId,
      action: "report.exported",
      subject: `assessment:${assessmentId}`,
      detail: { setting, format, snapshot: snapshotId, sensitive },
    }),
  );
  return true;
}
