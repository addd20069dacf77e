import { systemActor } from "@/lib/access/system-actor";
import { giveAccess, type NewGrant } from "@/lib/data/grants";
import { addMembership } from "@/lib/data/memberships";
import { addOrganisation, type NewOrganisation } from "@/lib/data/organisations";
import { addPerson } from "@/lib/data/people";
import { chooseSharing } from "@/lib/data/shared-results";
import { addressOf, type DemoPerson } from "./people";
import { groupSource } from "./group";

type Partner = NewOrganisation & { people: Omit<DemoPerson, "odsCode">[] };

/** Those beside the trusts: a consultancy, a system, and a group that runs two trusts in small print. */
const partners: readonly Partner[] = [
  {
    odsCode: "ZZH",
    name: "Harrow Lane Advisory",
    kind: "consultancy",
    careSettings: [],
    people: [
      {
        demoId: "consultant",
        name: "Beatrix Hollis",
        jobTitle: "Digital health consultant",
        role: "consultant",
      },
    ],
  },
  {
    odsCode: "ZZQ",
    name: "Wolds and Marches Integrated Care Board",
    kind: "icb",
    careSettings: [],
    people: [
      { demoId: "system", name: "Kwame Boateng", jobTitle: "System digital director", role: "system_viewer" },
    ],
  },
  {
    odsCode: "ZZG",
    name: "Two Rivers Hospital Group",
    kind: "group",
    careSettings: [],
    people: [
      {
        demoId: "lead-zzg",
        name: "Ffion Maddox",
        jobTitle: "Group chief digital officer",
        role: "digital_lead",
      },
    ],
  },
];

/** Client trusts of Harrow Lane, the group's trusts, and those that share with their system. */
const clients = { ZZA: "named", ZZD: "unnamed" } as const;
const ofTheGroup = [groupSource, "ZY02"];
const sharing = ["ZZA", "ZZB", "ZZD", "ZZE"];

/** Adds the partners and what trusts gave them, for some years from `now`; `ids` are the trusts' by code. */
export async function addPartners(ids: ReadonlyMap<string, string>, now: Date): Promise<void> {
  const places = new Map<string, string>();
  for (const { people, ...organisation } of partners) {
    const organisationId = await addOrganisation(organisation);
    places.set(organisation.odsCode, organisationId);
    for (const { role, ...person } of people) {
      const email = addressOf(person.name, organisation.odsCode);
      const personId = await addPerson({ ...person, email });
      await addMembership(systemActor(organisationId), { organisationId, personId, role });
    }
  }
  const endsOn = new Date(Date.UTC(now.getUTCFullYear() + 4, 2, 31));
  for (const [odsCode, beside] of Object.entries(clients)) {
    const receiverId = idOf(places, "ZZH");
    await give(idOf(ids, odsCode), {
      kind: "consultancy",
      receiverId,
      email: null,
      scope: "results",
      beside,
      endsOn,
    });
  }
  for (const odsCode of ofTheGroup) {
    await give(idOf(ids, odsCode), { kind: "group", receiverId: idOf(places, "ZZG") });
  }
  for (const odsCode of sharing) {
    await chooseSharing(systemActor(idOf(ids, odsCode)), idOf(ids, odsCode), { withSystem: true });
  }
}

async function give(organisationId: string, grant: NewGrant): Promise<void> {
  const outcome = await giveAccess(systemActor(organisationId), organisationId, grant);
  if (outcome.kind !== "given") throw new Error(`A grant of the demo was not given: ${outcome.kind}`);
}

function idOf(ids: ReadonlyMap<string, string>, odsCode: string): string {
  const id = ids.get(odsCode);
  if (!id) throw new Error(`The demo has no organisation ${odsCode}.`);
  return id;
}
