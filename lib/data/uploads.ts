import "server-only";
import { randomUUID } from "node:crypto";
import { may, type Permission } from "@/lib/access/policy";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storable, storableText } from "@/lib/storable";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { shared, type TenantTransaction, withTenant } from "./tenant";

/** What reads a file that was brought in. */
export type UploadKind = "answers" | "plan";

/** What a file says that somebody brought in, until they chose what of it counts. */
export type Upload = {
  id: string;
  fileName: string;
  content: Prisma.JsonValue;
  uploadedAt: Date;
  appliedAt: Date | null;
  /** How many of its changes were taken. */
  taken: number;
};

/** How long what was brought in is kept, in milliseconds: a day. */
const KEPT_FOR = 24 * 60 * 60_000;

type Place = { organisationId: string; assessmentId: string; kind: UploadKind };

/** A file about a trust's plan is not about one round: it is found again whichever is open. */
type Found = Omit<Place, "assessmentId"> & { assessmentId?: string };

const inRound = ({ assessmentId }: Pick<Found, "assessmentId">) =>
  assessmentId === undefined ? {} : { assessmentId };

/** Who may bring a file in, by what it is about. Which questions it may answer is asked where it is saved. */
const permissionFor: Readonly<Record<UploadKind, Permission>> = {
  answers: "answer own questions",
  plan: "plan",
};

/** Keeps what a file says for the person who brought it, and returns its id; null where it is not theirs to bring. */
export async function keepUpload(
  user: CurrentUser,
  { organisationId, assessmentId, kind }: Place,
  file: { name: string; content: Prisma.InputJsonValue },
  now: Date,
): Promise<string | null> {
  if (!may(user, permissionFor[kind], organisationId)) return null;
  const id = randomUUID();
  await withTenant(user, { write: organisationId }, async (tx) => {
    const fileName = storableText(file.name.slice(0, 200));
    const content = storable(file.content);
    const by = { uploadedAt: now, uploadedById: user.personId };
    await tx.upload.createMany({
      data: [{ id, organisationId, assessmentId, kind, fileName, content, ...by }],
    });
    const subject = `upload:${id}`;
    const detail = { kind, assessment: assessmentId };
    await record(tx, { organisationId, actorId: user.personId, action: "upload.looked_at", subject, detail });
  });
  return id;
}

/** What somebody brought in themself, in a transaction that is open; null where it is another's, or gone. */
export async function uploadIn(
  tx: TenantTransaction,
  user: CurrentUser,
  { organisationId, kind, ...round }: Found,
  id: string,
  now: Date,
): Promise<Upload | null> {
  if (!isId(id)) return null;
  return tx.upload.findFirst({
    where: {
      organisationId,
      id,
      kind,
      uploadedById: user.personId,
      ...inRound(round),
      uploadedAt: { gt: new Date(now.getTime() - KEPT_FOR) },
    },
    select: { id: true, fileName: true, content: true, uploadedAt: true, appliedAt: true, taken: true },
  });
}

/** What somebody brought in themself of a round and that is still kept, the newest first. */
export async function ownUploads(
  user: CurrentUser,
  { organisationId, kind, ...round }: Found,
  now: Date,
): Promise<Omit<Upload, "content">[]> {
  if (!may(user, permissionFor[kind], organisationId)) return [];
  const uploadedAt = { gt: new Date(now.getTime() - KEPT_FOR) };
  return withTenant(user, {}, (tx) =>
    tx.upload.findMany({
      where: { organisationId, kind, uploadedById: user.personId, uploadedAt, ...inRound(round) },
      select: { id: true, fileName: true, uploadedAt: true, appliedAt: true, taken: true },
      orderBy: { uploadedAt: "desc" },
    }),
  );
}

/** Takes it as applied, in the transaction that applies it; false where it was before. */
export async function takeUploadIn(
  tx: TenantTransaction,
  user: CurrentUser,
  organisationId: string,
  id: string,
  taken: number,
  now: Date,
): Promise<boolean> {
  const done = await tx.upload.updateMany({
    where: { organisationId, id, uploadedById: user.personId, appliedAt: null },
    data: { appliedAt: now, taken },
  });
  if (done.count === 0) return false;
  const subject = `upload:${id}`;
  const detail = { changes: taken };
  await record(tx, { organisationId, actorId: user.personId, action: "upload.applied", subject, detail });
  return true;
}

/** Removes what was brought in more than a day ago: as the system, one organisation after another. Returns how much. */
export async function removeOldUploads(now: Date): Promise<number> {
  const uploadedAt = { lte: new Date(now.getTime() - KEPT_FOR) };
  let removed = 0;
  for (const { id: organisationId } of await shared().organisation.findMany({ select: { id: true } })) {
    const gone = await withTenant(systemActor(organisationId), { write: organisationId }, (tx) =>
      tx.upload.deleteMany({ where: { organisationId, uploadedAt } }),
    );
    removed += gone.count;
  }
  return removed;
}
