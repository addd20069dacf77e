import "server-only";
import { may, type Permission } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { ExportKind } from "@/lib/report/export-words";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** A file that left the service. */
export type MadeExport = {
  organisationId: string;
  kind: ExportKind;
  assessmentId: string;
  /** The care setting it is about; null where it is about all of them. */
  setting: string | null;
  format: string;
  /** The sign-off its figures come from; null for those of an open round. */
  snapshotId: string | null;
  /** True where it names what is sensitive. */
  sensitive: boolean;
  /** What the file was called. */
  file: string;
};

const permissionFor: Readonly<Record<ExportKind, Permission>> = {
  report: "export the gap report",
  workbook: "answer questions",
  board_pack: "export board packs",
  dma_preparation: "read answers",
};

/** Notes that somebody took a file away; false where it is not theirs to take, and then nothing is noted. */
export async function noteExport(user: CurrentUser, made: MadeExport): Promise<boolean> {
  const { organisationId, kind, assessmentId, setting, format, snapshotId, sensitive, file } = made;
  if (!may(user, permissionFor[kind], organisationId)) return false;
  await withTenant(user, { write: organisationId }, (tx) =>
    record(tx, {
      organisationId,
      actorId: user.personId,
      action: `${kind}.exported`,
      subject: `assessment:${assessmentId}`,
      detail: { setting, format, snapshot: snapshotId, sensitive, file },
    }),
  );
  return true;
}

/** A file that was taken out of an organisation, as the record of events holds it. */
export type PastExport = {
  id: string;
  at: Date;
  by: string;
  action: string;
  /** The round it was about; null where it was about none, or that round is gone. */
  round: string | null;
  detail: Readonly<Record<string, unknown>>;
};

const ABOUT = "assessment:";

/** What was taken out of an organisation, newest first; null where that is not for the person to see. */
export async function pastExports(
  user: CurrentUser,
  organisationId: string,
  limit: number,
): Promise<{ exports: PastExport[]; more: boolean } | null> {
  if (!may(user, "see past exports", organisationId)) return null;
  const { rows, rounds } = await withTenant(user, {}, async (tx) => {
    const rows = await tx.auditEvent.findMany({
      where: { organisationId, action: { endsWith: ".exported" } },
      select: { id: true, at: true, actorId: true, action: true, subject: true, detail: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: limit + 1,
    });
    const ids = [...new Set(rows.map(({ subject }) => assessmentOf(subject)))].filter(isId);
    const rounds = await tx.assessment.findMany({
      where: { organisationId, id: { in: ids } },
      select: { id: true, round: true },
    });
    return { rows, rounds };
  });
  const names = await namesOf(rows.flatMap(({ actorId }) => actorId ?? []));
  const roundOf = new Map(rounds.map(({ id, round }) => [id, round]));
  return {
    exports: rows.slice(0, limit).map(({ id, at, actorId, action, subject, detail }) => ({
      id: String(id),
      at,
      by: (actorId && names.get(actorId)) ?? "A former colleague",
      action,
      round: roundOf.get(assessmentOf(subject)) ?? null,
      detail: typeof detail === "object" && detail !== null ? { ...detail } : {},
    })),
    more: rows.length > limit,
  };
}

function assessmentOf(subject: string): string {
  return subject.startsWith(ABOUT) ? subject.slice(ABOUT.length) : "";
}
