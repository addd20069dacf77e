import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { compareWithRegister, type OdsChanges, type RegisterTrust } from "@/lib/exchange/ods-comparison";
import { type OdsFile, type OdsProblem, readOdsExtracts } from "@/lib/exchange/ods-extract";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storable, storableText } from "@/lib/storable";
import { record } from "./audit";
import { shared, type SharedTransaction, withShared } from "./tenant";

/** Who imports: an administrator, or (null) whoever runs the command on the installation itself. */
type Importer = CurrentUser | null;

/** What an import would do, as it is looked at and as it is applied. */
export type ImportPreview = OdsChanges & { problems: OdsProblem[] };

export type OrganisationImport = {
  id: string;
  files: string[];
  madeAt: Date;
  appliedAt: Date | null;
  preview: ImportPreview;
};

/** Compares extracts with the register and keeps what applying them would do; null for who may not import. */
export async function previewImport(
  importer: Importer,
  files: readonly OdsFile[],
  now: Date,
): Promise<OrganisationImport | null> {
  if (importer && !mayAdminister(importer, "run imports")) return null;
  const { trusts, problems } = readOdsExtracts(files);
  const preview = storable({ ...compareWithRegister(await registerTrusts(shared()), trusts), problems });
  const actorId = importer?.personId ?? null;
  const kept = {
    id: randomUUID(),
    files: files.map(({ name }) => storableText(name.slice(0, 100))),
    madeAt: now,
  };
  await withShared(actorId, async (tx) => {
    await tx.organisationImport.create({
      data: { ...kept, madeById: actorId, changes: preview },
      select: { id: true },
    });
    const subject = `import:${kept.id}`;
    await record(tx, { organisationId: null, actorId, action: "import.looked_at", subject });
  });
  return { ...kept, appliedAt: null, preview };
}

/** An import as it was looked at; null where there is none or it is not the user's to see. */
export async function importById(user: CurrentUser, id: string): Promise<OrganisationImport | null> {
  if (!mayAdminister(user, "run imports") || !z.uuid().safeParse(id).success) return null;
  const row = await shared().organisationImport.findUnique({
    where: { id },
    select: { id: true, files: true, madeAt: true, appliedAt: true, changes: true },
  });
  if (!row) return null;
  const { changes, ...rest } = row;
  return { ...rest, preview: previewIn(changes) };
}

/** The imports of the installation, the newest first. */
export async function listImports(user: CurrentUser): Promise<Omit<OrganisationImport, "preview">[] | null> {
  if (!mayAdminister(user, "run imports")) return null;
  return shared().organisationImport.findMany({
    select: { id: true, files: true, madeAt: true, appliedAt: true },
    orderBy: { madeAt: "desc" },
    take: 50,
  });
}

export type ApplyOutcome =
  | { kind: "applied"; added: number; changed: number }
  /** Applied before, which is no fault: nothing is done twice. */
  | { kind: "applied_already" }
  /** The register is not any more what it was compared with: look at it again. */
  | { kind: "out_of_date" }
  | { kind: "not_found" };

/**
 * Applies an import as it was looked at, whole or not at all. `mergers` names the closed trusts whose proposed
 * successor somebody confirmed. New trusts get no care settings: the extract knows none.
 */
export async function applyImport(
  importer: Importer,
  id: string,
  mergers: readonly string[],
  now: Date,
): Promise<ApplyOutcome> {
  if (importer && !mayAdminister(importer, "run imports")) return { kind: "not_found" };
  if (!z.uuid().safeParse(id).success) return { kind: "not_found" };
  const actorId = importer?.personId ?? null;
  try {
    return await withShared(actorId, async (tx) => {
      // Taken first: its lock holds back a second one until this is decided.
      const data = { appliedAt: now, appliedById: actorId };
      const taken = await tx.organisationImport.updateMany({ where: { id, appliedAt: null }, data });
      const row = await tx.organisationImport.findUnique({ where: { id }, select: { changes: true } });
      if (!row) return { kind: "not_found" };
      if (taken.count === 0) return { kind: "applied_already" };
      const preview = previewIn(row.changes);
      await carryOut(tx, preview, mergers);
      const { added, changed, closed, merged } = preview;
      const counts = { added: added.length, changed: changed.length + closed.length + merged.length };
      const subject = `import:${id}`;
      const detail = { ...counts, merged: mergers.length };
      await record(tx, { organisationId: null, actorId, action: "import.applied", subject, detail });
      return { kind: "applied", ...counts };
    });
  } catch (error) {
    if (error instanceof OutOfDate) return { kind: "out_of_date" };
    throw error;
  }
}

class OutOfDate extends Error {}

async function carryOut(
  tx: SharedTransaction,
  { added, changed, closed, merged }: ImportPreview,
  mergers: readonly string[],
): Promise<void> {
  const now = new Map((await registerTrusts(tx)).map((trust) => [trust.code, trust]));
  for (const { code, openedOn, closedOn, ...facts } of added) {
    if (now.has(code)) throw new OutOfDate();
    const days = { openedOn: new Date(openedOn), closedOn: closedOn === null ? null : new Date(closedOn) };
    await tx.organisation.create({
      data: { id: randomUUID(), odsCode: code, kind: "trust", careSettings: [], ...facts, ...days },
      select: { id: true },
    });
  }
  const successors = new Map(merged.map(({ code, into }) => [code, into.code]));
  for (const { code, fields } of [...changed, ...closed, ...merged]) {
    const held = now.get(code);
    if (!held || fields.some(({ field, from }) => held[field] !== from)) throw new OutOfDate();
    const successorCode = mergers.includes(code) ? successors.get(code) : undefined;
    await tx.organisation.update({
      where: { odsCode: code },
      data: { ...Object.fromEntries(fields.map(stored)), ...(successorCode && { successorCode }) },
      select: { id: true },
    });
  }
}

function stored({
  field,
  to,
}: OdsChanges["changed"][number]["fields"][number]): [string, string | Date | null] {
  const isDay = field === "openedOn" || field === "closedOn";
  return [field, isDay && to !== null ? new Date(to) : to];
}

/** Every trust of the register, in the form an extract is compared with. */
async function registerTrusts(tx: Pick<Prisma.TransactionClient, "organisation">): Promise<RegisterTrust[]> {
  const rows = await tx.organisation.findMany({
    where: { kind: "trust" },
    select: {
      odsCode: true,
      name: true,
      subtype: true,
      regionCode: true,
      icbCode: true,
      openedOn: true,
      closedOn: true,
      successorCode: true,
    },
    orderBy: { odsCode: "asc" },
  });
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  return rows.map(({ odsCode, openedOn, closedOn, ...facts }) => ({
    code: odsCode,
    ...facts,
    openedOn: day(openedOn),
    closedOn: day(closedOn),
  }));
}

// Written by `previewImport` alone, which keeps what the comparison gave.
function previewIn(changes: Prisma.JsonValue): ImportPreview {
  return changes as unknown as ImportPreview;
}
