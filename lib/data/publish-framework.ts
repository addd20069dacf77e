import "server-only";
import { contentHash } from "@/lib/framework/hash";
import { parseFramework } from "@/lib/framework/parse";
import type { Framework } from "@/lib/framework/schema";
import type { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { lostFromDraft } from "./lost-from-draft";
import { isReferenceViolation, type SharedTransaction } from "./tenant";

/** Why a framework was not taken, in words for whoever publishes it. */
export class NotPublished extends Error {}

/** Stores one framework; false where it stands there already. Throws `NotPublished` where it may not be replaced. */
export async function publishFramework(tx: SharedTransaction, framework: Framework): Promise<boolean> {
  const key = { frameworkId: framework.id, version: framework.version };
  const hash = contentHash(framework);
  const stored = await tx.frameworkVersion.findUnique({
    where: { frameworkId_version: key },
    select: { status: true, contentHash: true, document: true },
  });
  if (stored?.contentHash === hash) return false;
  if (stored?.status === "published") {
    throw new NotPublished(
      "this version is published and never changes. Give the changed content a new version, or restore the files.",
    );
  }
  const row = {
    status: framework.status,
    contentHash: hash,
    document: framework as unknown as Prisma.InputJsonObject,
    storedAt: new Date(),
  };
  if (!stored) await tx.frameworkVersion.createMany({ data: [{ ...key, ...row }] });
  else {
    const lost = lostFromDraft(
      readStored(`${framework.id}@${framework.version}`, stored.document),
      framework,
    );
    if (lost.length > 0) await removeUnpinned(tx, key, lost);
    await tx.frameworkVersion.upsert({
      where: { frameworkId_version: key },
      create: { ...key, ...row },
      update: row,
      select: { version: true },
    });
  }
  await record(tx, {
    organisationId: null,
    actorId: null,
    action: `framework.${framework.status}`,
    subject: `framework:${framework.id}@${framework.version}`,
    detail: { contentHash: hash, replaces: stored?.contentHash ?? null },
  });
  return true;
}

/** Rounds of every organisation pin versions by a foreign key, which sees them all where row-level security would not. */
async function removeUnpinned(
  tx: SharedTransaction,
  key: { frameworkId: string; version: string },
  lost: readonly string[],
): Promise<void> {
  try {
    await tx.frameworkVersion.deleteMany({ where: key });
  } catch (error) {
    if (!isReferenceViolation(error)) throw error;
    const more = lost.length > 3 ? ` and ${lost.length - 3} more` : "";
    throw new NotPublished(
      `rounds are being answered against this draft, and its new content lacks ${lost.slice(0, 3).join(", ")}${more}. ` +
        "Put them back, or give the changed content a new version.",
    );
  }
}

/** A document as the database keeps it; throws where it is none. */
export function readStored(key: string, document: unknown): Framework {
  const parsed = parseFramework(document);
  if (parsed.ok) return parsed.framework;
  const [first] = parsed.problems;
  throw new Error(
    `The stored framework ${key} cannot be read: ${first?.path ?? ""}: ${first?.message ?? ""}`,
  );
}
