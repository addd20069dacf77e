import { addAdministrator } from "@/lib/data/administrators";
import { invite } from "@/lib/data/invitations";
import { previewImport } from "@/lib/data/organisation-imports";
import { peopleOf, setRoles } from "@/lib/data/organisation-people";
import { addPerson, userWithoutSession } from "@/lib/data/people";
import { dayOf } from "@/lib/report/dates";

const DAY = 24 * 60 * 60_000;

/** Who runs the installation of the demo. */
const administrator = {
  demoId: "admin",
  name: "Rosalind Achebe",
  jobTitle: "Service administrator",
  email: "rosalind.achebe@service.example",
};

/** A row of a trust extract: code, name, region, board, address, opened and closed, and what nobody reads. */
function extractRow(code: string, name: string, opened: string, closed: string): string {
  const cells = [code, name, "Y60", "ZZQ", "", "", "", "", "", "", opened, closed];
  return Array.from({ length: 27 }, (_, index) => `"${cells[index] ?? ""}"`).join(",");
}

/** What the publisher would say of two trusts of the demo's system, one of them new; it waits to be applied. */
const extract = [
  extractRow("ZZB", "MEREWATER MENTAL HEALTH NHS TRUST", "20020401", ""),
  extractRow("ZX9", "LONGMERE HOSPITALS NHS FOUNDATION TRUST", "20260401", ""),
  extractRow("ZX8", "LONGMERE NHS TRUST", "20010230", ""),
].join("\r\n");

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
    // Still to come whenever the demo is filled.
    startsOn: dayOf(new Date(now.getTime() + 42 * DAY)),
    endsOn: dayOf(new Date(now.getTime() + 67 * DAY)),
  };
  await setRoles(acting, organisationId, board.personId, [...board.roles, deputy], now);
  const invited = { email: "jo.marlowe@zza.example", roles: ["reviewer"] as const };
  await previewImport(admin, [{ name: "etr.csv", bytes: new TextEncoder().encode(extract) }], now);
  await invite(acting, organisationId, { ...invited, startsOn: null, endsOn: null }, now);
}
