import "server-only";
import { randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import type { OrganisationKind } from "@/lib/access/organisation-kind";
import { faultInRecord, type OrganisationRecord, type RecordFault } from "@/lib/access/organisation-record";
import { mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import { record } from "./audit";
import { type ListPage, listPage } from "./list-page";
import { literally } from "./searched-words";
import { isUniqueViolation, shared, type SharedTransaction, withShared } from "./tenant";

// The organisations of the installation: public facts, kept by administrators.

const whole = {
  odsCode: true,
  name: true,
  kind: true,
  careSettings: true,
  subtype: true,
  regionCode: true,
  icbCode: true,
  openedOn: true,
  closedOn: true,
  successorCode: true,
} as const;

export type ListedOrganisation = Pick<
  OrganisationRecord,
  "odsCode" | "name" | "kind" | "careSettings" | "closedOn"
>;
export type OrganisationList = ListPage & { organisations: ListedOrganisation[]; total: number };

/** The organisations whose name or code has the words in it, a page of them by name; null for who may not see it. */
export async function listOrganisations(
  user: CurrentUser,
  { words, page }: { words: string; page: number },
): Promise<OrganisationList | null> {
  if (!mayAdminister(user, "manage organisations")) return null;
  const contains = literally(words);
  const where = contains ? { OR: [{ name: contains }, { odsCode: contains }] } : {};
  const total = await shared().organisation.count({ where });
  const { rows, ...shown } = listPage(total, page);
  const organisations = await shared().organisation.findMany({
    where,
    select: { odsCode: true, name: true, kind: true, careSettings: true, closedOn: true },
    orderBy: [{ name: "asc" }, { odsCode: "asc" }],
    ...rows,
  });
  return { organisations: organisations.map(typed), total, ...shown };
}

export type KeptOrganisation = {
  record: OrganisationRecord;
  predecessors: { odsCode: string; name: string }[];
  /** The names of the organisations that its record names by code, where they are held. */
  names: ReadonlyMap<string, string>;
};

/** One organisation by its code, with those it took the place of; null where there is none or not the user's. */
export async function organisationRecord(
  user: CurrentUser,
  odsCode: string,
): Promise<KeptOrganisation | null> {
  if (!mayAdminister(user, "manage organisations")) return null;
  const code = odsCode.toUpperCase();
  const row = await shared().organisation.findUnique({ where: { odsCode: code }, select: whole });
  if (!row) return null;
  const predecessors = await shared().organisation.findMany({
    where: { successorCode: code },
    select: { odsCode: true, name: true },
    orderBy: { name: "asc" },
  });
  const named = await shared().organisation.findMany({
    where: { odsCode: { in: [row.icbCode, row.successorCode].filter((each) => each !== null) } },
    select: { odsCode: true, name: true },
  });
  return {
    record: typed(row),
    predecessors,
    names: new Map(named.map(({ odsCode: of, name }) => [of, name])),
  };
}

export type KeepOutcome = { kind: "kept" } | ({ kind: "invalid" } & RecordFault) | { kind: "not_found" };

/** Adds an organisation. */
export async function addToRegister(user: CurrentUser, wanted: OrganisationRecord): Promise<KeepOutcome> {
  if (!mayAdminister(user, "manage organisations")) return { kind: "not_found" };
  const fault = faultInRecord(wanted) ?? (await faultInSuccessor(wanted));
  if (fault) return { kind: "invalid", ...fault };
  try {
    await withShared(user.personId, async (tx) => {
      const id = randomUUID();
      await tx.organisation.create({ data: { id, ...wanted }, select: { id: true } });
      await note(tx, user, "organisation.added", id, {});
    });
    return { kind: "kept" };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { kind: "invalid", field: "odsCode", message: "There is an organisation with this code already" };
  }
}

/** Changes what is kept of an organisation. Its code stays: addresses and exports go by it. */
export async function changeRecord(user: CurrentUser, wanted: OrganisationRecord): Promise<KeepOutcome> {
  const kept = await organisationRecord(user, wanted.odsCode);
  if (!kept) return { kind: "not_found" };
  const fault = faultInRecord(wanted) ?? (await faultInSuccessor(wanted));
  if (fault) return { kind: "invalid", ...fault };
  const changed = (Object.keys(whole) as (keyof OrganisationRecord)[]).filter(
    (field) => JSON.stringify(kept.record[field]) !== JSON.stringify(wanted[field]),
  );
  if (changed.length === 0) return { kind: "kept" };
  const { odsCode, ...data } = wanted;
  await withShared(user.personId, async (tx) => {
    const { id } = await tx.organisation.update({ where: { odsCode }, data, select: { id: true } });
    await note(tx, user, "organisation.changed", id, { fields: changed.join(" ") });
  });
  return { kind: "kept" };
}

async function faultInSuccessor({ successorCode }: OrganisationRecord): Promise<RecordFault | null> {
  if (successorCode === null) return null;
  const found = await shared().organisation.count({ where: { odsCode: successorCode } });
  return found > 0
    ? null
    : { field: "successorCode", message: "There is no organisation with this code: add it first" };
}

async function note(
  tx: SharedTransaction,
  user: CurrentUser,
  action: EventKind,
  id: string,
  detail: Record<string, string>,
): Promise<void> {
  const subject = `organisation:${id}`;
  await record(tx, { organisationId: null, actorId: user.personId, action, subject, detail });
}

function typed<Row extends { kind: string; careSettings: string[] }>(row: Row) {
  return {
    ...row,
    kind: row.kind as OrganisationKind,
    careSettings: row.careSettings as CareSetting[],
  };
}
