import "server-only";
import { randomUUID } from "node:crypto";
import type { OrganisationKind } from "@/lib/access/organisation-kind";
import type { Role } from "@/lib/access/role";
import { type CurrentUser, rolesIn } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import { noteLook } from "./access-log";
import { record } from "./audit";
import { shared, withShared } from "./tenant";

export type { OrganisationKind } from "@/lib/access/organisation-kind";

/** An organisation as one of its people sees it. */
export type Organisation = {
  id: string;
  odsCode: string;
  name: string;
  kind: OrganisationKind;
  careSettings: CareSetting[];
  /** What the person is there. */
  roles: readonly Role[];
};

const shown = { id: true, odsCode: true, name: true, kind: true, careSettings: true } as const;

/** The organisations a person belongs to, by name. */
export async function organisationsOf(user: CurrentUser): Promise<Organisation[]> {
  return organisationsHeld(user, user.memberships);
}

/** The organisations a person belongs to or was let in to, by name; those where they know one round alone are left out. */
export async function openOrganisations(user: CurrentUser): Promise<Organisation[]> {
  return organisationsHeld(user, openTo(user));
}

/**
 * One organisation by its code, in either case; null where there is none, or the person neither belongs to it nor was
 * let in to all of it: a guest reviewer knows one round alone.
 */
export async function organisationByCode(user: CurrentUser, odsCode: string): Promise<Organisation | null> {
  const code = odsCode.toUpperCase();
  const held = openTo(user).find(({ odsCode: known }) => known === code);
  if (!held) return null;
  await noteLook(user, held.organisationId);
  const row = await shared().organisation.findUnique({ where: { id: held.organisationId }, select: shown });
  return row && asSeenBy(user, row);
}

async function organisationsHeld(
  user: CurrentUser,
  held: readonly { organisationId: string }[],
): Promise<Organisation[]> {
  const ids = [...new Set(held.map(({ organisationId }) => organisationId))];
  const rows = await shared().organisation.findMany({ where: { id: { in: ids } }, select: shown });
  const inEnglish = new Intl.Collator("en-GB");
  return rows.map((row) => asSeenBy(user, row)).sort((one, other) => inEnglish.compare(one.name, other.name));
}

function openTo(user: CurrentUser) {
  return [...user.memberships, ...user.grants.filter(({ assessmentId }) => assessmentId === null)];
}

type Row = { id: string; odsCode: string; name: string; kind: string; careSettings: string[] };

function asSeenBy(user: CurrentUser, row: Row): Organisation {
  return {
    ...row,
    kind: row.kind as OrganisationKind,
    careSettings: row.careSettings as CareSetting[],
    roles: rolesIn(user, row.id),
  };
}

export type NewOrganisation = {
  odsCode: string;
  name: string;
  kind: OrganisationKind;
  careSettings: readonly CareSetting[];
  regionCode?: string;
  icbCode?: string;
};

/** Adds an organisation's public facts and returns its id. Throws where the code is taken. */
export async function addOrganisation(organisation: NewOrganisation): Promise<string> {
  const id = randomUUID();
  await withShared(null, async (tx) => {
    await tx.organisation.create({
      data: { id, ...organisation, careSettings: [...organisation.careSettings] },
      select: { id: true },
    });
    await record(tx, {
      organisationId: null,
      actorId: null,
      action: "organisation.added",
      subject: `organisation:${id}`,
    });
  });
  return id;
}

/** The names of organisations by id, which are public; an id that none has is left out. */
export async function namesOfOrganisations(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await shared().organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
