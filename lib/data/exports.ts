import "server-only";
import { z } from "zod";
import { may, type Permission } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { ExportKind } from "@/lib/report/export-words";
import type { Audience } from "@/lib/report/unnamed";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { namesOf } from "./people";
import { shared, withTenant } from "./tenant";

/** A file that left the service. */
export type MadeExport = {
  organisationId: string;
  kind: RoundExport;
  assessmentId: string;
  /** The care setting it is about; null where it is about all of them. */
  setting: string | null;
  format: string;
  /** The sign-off its figures come from; null for those of an open round. */
  snapshotId: string | null;
  /** For which session of the board; left out for what is for none. */
  audience?: Audience;
  /** True where it names what is sensitive. */
  sensitive: boolean;
  /** How many questions a workbook had that had not all of them. */
  questions?: number;
  /** What the file was called. */
  file: string;
  /** Which other organisations were in it: the codes of those that may be named, and how many may not. */
  beside?: { named: readonly string[]; unnamed: number };
};

/** What is about one round. All of an organisation is noted where it is read (lib/data/organisation-export). */
type RoundExport = Exclude<ExportKind, "organisation">;

const permissionFor: Readonly<Record<RoundExport, Permission>> = {
  report: "export the gap report",
  // Which questions are in it is decided where it is made.
  workbook: "answer own questions",
  board_pack: "export board packs",
  provider_extract: "export board packs",
  side_by_side: "export the gap report",
  dma_preparation: "read answers",
};

/** Notes that somebody took a file away; false where it is not theirs to take, and then nothing is noted. */
export async function noteExport(user: CurrentUser, made: MadeExport): Promise<boolean> {
  const {
    organisationId,
    kind,
    assessmentId,
    setting,
    format,
    snapshotId,
    audience,
    sensitive,
    questions,
    file,
    beside,
  } = made;
  if (!may(user, permissionFor[kind], organisationId)) return false;
  await withTenant(user, { write: organisationId }, (tx) =>
    record(tx, {
      organisationId,
      actorId: user.personId,
      action: `${kind}.exported`,
      subject: `assessment:${assessmentId}`,
      detail: {
        ...(beside
          ? { beside: beside.named.join(" "), besideUnnamed: beside.unnamed }
          : { snapshot: snapshotId }),
        setting,
        format,
        sensitive,
        file,
        ...(audience && { audience }),
        ...(questions !== undefined && { questions }),
      },
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
  /** Who else was in it, by name where they may be named; null for a file about one organisation. */
  beside: { names: readonly string[]; unnamed: number } | null;
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
  const organisations = await namesByCode(rows.flatMap(({ detail }) => besideIn(detail)?.beside ?? []));
  const roundOf = new Map(rounds.map(({ id, round }) => [id, round]));
  return {
    exports: rows.slice(0, limit).map(({ id, at, actorId, action, subject, detail }) => ({
      id: String(id),
      at,
      by: (actorId && names.get(actorId)) ?? "A former colleague",
      action,
      round: roundOf.get(assessmentOf(subject)) ?? null,
      beside: besideNamed(detail, organisations),
      detail: typeof detail === "object" && detail !== null ? { ...detail } : {},
    })),
    more: rows.length > limit,
  };
}

const besideSchema = z.object({
  beside: z.string().transform((codes) => codes.split(" ").filter(Boolean)),
  besideUnnamed: z.int(),
});

function besideIn(detail: unknown) {
  return besideSchema.safeParse(detail).data ?? null;
}

function besideNamed(detail: unknown, organisations: ReadonlyMap<string, string>): PastExport["beside"] {
  const found = besideIn(detail);
  if (!found) return null;
  const names = found.beside.map((code) => organisations.get(code) ?? code);
  return { names: names.sort(new Intl.Collator("en-GB").compare), unnamed: found.besideUnnamed };
}

/** The names of organisations by code, which anybody may know. */
async function namesByCode(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await shared().organisation.findMany({
    where: { odsCode: { in: [...new Set(codes)] } },
    select: { odsCode: true, name: true },
  });
  return new Map(rows.map(({ odsCode, name }) => [odsCode, name]));
}

function assessmentOf(subject: string): string {
  return subject.startsWith(ABOUT) ? subject.slice(ABOUT.length) : "";
}
