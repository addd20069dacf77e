import { randomUUID } from "node:crypto";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { addMembership, type MembershipRole } from "@/lib/data/memberships";
import { addOrganisation, type OrganisationKind } from "@/lib/data/organisations";
import { addPerson, userWithoutSession } from "@/lib/data/people";
import type { CareSetting } from "@/lib/framework/schema";

let made = 0;

export type Trust = {
  id: string;
  odsCode: string;
  name: string;
  /** Lets somebody new in, in these roles, and gives them as they may act now. */
  let(...roles: MembershipRole[]): Promise<CurrentUser>;
};

/** A trust of its own, with nobody in it yet. */
export async function makeTrust(
  careSettings: readonly CareSetting[] = ["acute"],
  places: { icbCode?: string; regionCode?: string } = {},
): Promise<Trust> {
  return makeOrganisation("trust", { careSettings, ...places });
}

/** An organisation of its own that is no trust, with nobody in it yet. */
export async function makeOrganisation(
  kind: OrganisationKind,
  facts: { careSettings?: readonly CareSetting[]; icbCode?: string; regionCode?: string } = {},
): Promise<Trust> {
  made += 1;
  const odsCode = `T${String(made).padStart(2, "0")}`;
  const name = `${kind === "trust" ? "Trust" : kind} ${odsCode}`;
  const id = await addOrganisation({ odsCode, name, kind, careSettings: [], ...facts });
  return {
    id,
    odsCode,
    name,
    let: async (...roles) => {
      const personId = await addPerson({
        name: `${roles.join(" and ")} of ${odsCode}`,
        email: mailAddress(),
      });
      for (const role of roles) await addMembership(systemActor(id), { organisationId: id, personId, role });
      return asTheyAre(personId);
    },
  };
}

/** An e-mail address that nobody else has. */
export function mailAddress(): string {
  return `${randomUUID()}@example.org`;
}

/** A person with the memberships they hold at a moment, now unless it is said. */
export async function asTheyAre(personId: string, at?: Date): Promise<CurrentUser> {
  const user = await userWithoutSession(personId, at);
  if (!user) throw new Error(`There is no person ${personId}`);
  return user;
}
