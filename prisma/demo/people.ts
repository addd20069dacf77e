import type { CurrentUser } from "@/lib/access/user";
import type { MembershipRole } from "@/lib/data/memberships";
import { demoPersonId, userWithoutSession } from "@/lib/data/people";

/** Somebody of the demo. Only who has a demo id can be signed in as; the others give a story its signatures. */
export type DemoPerson = {
  demoId?: string;
  name: string;
  jobTitle: string;
  odsCode: string;
  role: MembershipRole;
};

/** The address of somebody of the demo, in a domain that never leads anywhere. */
export function addressOf(name: string, odsCode: string): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return `${words.join(".")}@${odsCode.toLowerCase()}.example`;
}

/** The people of the demo (contract: demo); a role joins with the part of the service it needs. */
export const demoPeople: readonly DemoPerson[] = [
  {
    demoId: "lead-zza",
    name: "Priya Raman",
    jobTitle: "Chief digital information officer",
    odsCode: "ZZA",
    role: "digital_lead",
  },
  {
    demoId: "ig-zza",
    name: "Farah Siddiqui",
    jobTitle: "Head of information governance",
    odsCode: "ZZA",
    role: "contributor",
  },
  {
    demoId: "safety-zza",
    name: "Owen Maddox",
    jobTitle: "Clinical safety officer",
    odsCode: "ZZA",
    role: "contributor",
  },
  {
    demoId: "coordinator-zza",
    name: "Bethan Lloyd",
    jobTitle: "Programme manager",
    odsCode: "ZZA",
    role: "coordinator",
  },
  {
    demoId: "reviewer-zza",
    name: "Daniel Okafor",
    jobTitle: "Head of internal audit",
    odsCode: "ZZA",
    role: "reviewer",
  },
  {
    demoId: "approver-zza",
    name: "Margaret Osei",
    jobTitle: "Chief finance officer",
    odsCode: "ZZA",
    role: "approver",
  },
  {
    demoId: "board-zza",
    name: "Alan Whitcombe",
    jobTitle: "Non-executive director",
    odsCode: "ZZA",
    role: "board_viewer",
  },
  {
    demoId: "lead-zzb",
    name: "Tom Adeyemi",
    jobTitle: "Head of digital",
    odsCode: "ZZB",
    role: "digital_lead",
  },
  { name: "Helen Prowse", jobTitle: "Chief executive", odsCode: "ZZB", role: "approver" },
  {
    demoId: "lead-zzc",
    name: "Siân Beddoes",
    jobTitle: "Director of digital",
    odsCode: "ZZC",
    role: "digital_lead",
  },
  { name: "Ruth Pemberton", jobTitle: "Internal auditor", odsCode: "ZZC", role: "reviewer" },
  { name: "Imran Chaudhry", jobTitle: "Medical director", odsCode: "ZZC", role: "approver" },
  { name: "Grace Penhallow", jobTitle: "Chief information officer", odsCode: "ZZD", role: "digital_lead" },
  { name: "Robert Tull", jobTitle: "Chief operating officer", odsCode: "ZZD", role: "approver" },
  { name: "Yusuf Karim", jobTitle: "Chief digital officer", odsCode: "ZZE", role: "digital_lead" },
  { name: "Anne Lacey", jobTitle: "Chief nurse", odsCode: "ZZE", role: "approver" },
  {
    demoId: "lead-zzy",
    name: "Marcus Penrose",
    jobTitle: "Associate director of digital",
    odsCode: "ZZY",
    role: "digital_lead",
  },
  { name: "Judith Farrow", jobTitle: "Chief executive", odsCode: "ZZY", role: "approver" },
  {
    demoId: "lead-zzp",
    name: "Ruth Calloway",
    jobTitle: "Practice manager",
    odsCode: "ZZP",
    role: "digital_lead",
  },
  { name: "Dr Samir Nandi", jobTitle: "Senior partner", odsCode: "ZZP", role: "approver" },
];

/** A person of the demonstration as they may act now. */
export async function somebody(demoId: string): Promise<CurrentUser> {
  const personId = await demoPersonId(demoId);
  const user = personId && (await userWithoutSession(personId));
  if (!user) throw new Error(`The demo has nobody called ${demoId}.`);
  return user;
}
