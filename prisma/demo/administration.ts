import { addAdministrator } from "@/lib/data/administrators";
import { invite } from "@/lib/data/invitations";
import { peopleOf, setRoles } from "@/lib/data/organisation-people";
import { addPerson, userWithoutSession } from "@/lib/data/people";

/** Who runs the installation of the demo. */
const administrator = {
  demoId: "admin",
  name: "Rosalind Achebe",
  jobTitle: "Service administrator",
  email: "rosalind.achebe@service.example",
};

/** Adds the administrator, and in one trust what its people page is for: a deputy, and somebody who is invited. */
export async function addAdministration(organisationId: string, now: Date): Promise<void> {
  const personId = await addPerson(administrator);
  await addAdministrator(personId);
  const admin = await userWithoutSession(personId);
  if (!admin) throw new Error("The administrator of the demo is missing.");
  const people = (await peopleOf(admin, organisationId, now)) ?? [];
  const lead = people.find(({ roles }) => roles.some(({ role }) => role === "digital_lead"));
  const board = people.find(({ roles }) => roles.some(({ role }) => role === "board_viewer"));
  const acting = lead && (await userWithoutSession(lead.personId));
  if (!acting || !board) throw new Error("The trust has no lead or no board viewer.");
  const deputy = {
    role: "approver" as const,
    startsOn: new Date("2027-01-04"),
    endsOn: new Date("2027-01-29"),
  };
  await setRoles(acting, organisationId, board.personId, [...board.roles, deputy], now);
  const invited = { email: "jo.marlowe@zza.example", roles: ["reviewer"] as const };
  await invite(acting, organisationId, { ...invited, startsOn: null, endsOn: null }, now);
}
