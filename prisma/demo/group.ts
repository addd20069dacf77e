import type { CurrentUser } from "@/lib/access/user";
import { fillRegister, paper, type Shown } from "./evidence";
import { fillActions } from "./plan";
import { cost, type DemoAction } from "./plan-actions";

/** The trust of the group that has something its lead may copy to the other one. */
export const groupSource = "ZY01";

const register: readonly Shown[] = [
  {
    evidence: paper({
      title: "Group cyber security assessment 2026",
      reference: "Group audit committee, paper 11",
      owner: "Group head of cyber security",
      effective: "2026-09-18",
      review: "2027-09-18",
      verifiedBy: "third_line",
    }),
    serves: ["c06-1", "c06-2"],
  },
  {
    evidence: paper({
      title: "Shared digital strategy 2026 to 2029",
      reference: "Board paper 26/07",
      owner: "Group chief digital officer",
      effective: "2026-04-01",
      review: "2029-03-31",
    }),
    serves: ["c04-1", "c04-2"],
  },
];

const actions: readonly DemoAction[] = [
  {
    key: "group-restore",
    title: "One rehearsal of recovery for the systems both trusts share",
    phase: 1,
    ownerTitle: "Group head of infrastructure",
    status: "in_progress",
    startsOn: "2026-10-05",
    dueOn: "2027-04-30",
    noDoubleRunning: true,
    raises: [{ capability: "c06-3", to: 3 }],
    costs: [
      cost({
        id: "rehearsal",
        kind: "recurring_revenue",
        description: "Two rehearsals a year",
        years: 3,
        pounds: 28_000,
        assumption: "Ten people for two days, twice a year",
        funding: { source: "Digital operating budget", type: "revenue" },
        agreedBy: "Group finance director",
      }),
    ],
  },
  {
    key: "group-skills",
    title: "The same digital skills training for all new starters",
    phase: 2,
    ownerTitle: "Group director of people",
    status: "not_started",
    dueOn: "2027-09-30",
    raises: [{ capability: "c02-3", to: 3 }],
  },
];

/** Fills the register and the plan of that trust. */
export async function fillGroupSource(
  lead: CurrentUser,
  organisationId: string,
  assessmentId: string,
): Promise<void> {
  await fillRegister(lead, organisationId, assessmentId, register);
  await fillActions(lead, organisationId, actions);
}
