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

/** Both trusts stand at level 2 in what these raise, so that each copies with what it will meet. */
const actions: readonly DemoAction[] = [
  {
    key: "group-hosting",
    title: "Legacy servers moved to the hosting both trusts share",
    phase: 1,
    ownerTitle: "Group head of infrastructure",
    status: "in_progress",
    startsOn: "2026-10-05",
    dueOn: "2027-09-30",
    noDoubleRunning: true,
    raises: [{ capability: "c01-3", to: 3 }],
    costs: [
      cost({
        id: "migration",
        kind: "one_off_capital",
        description: "Moving and testing 40 servers",
        pounds: 210_000,
        assumption: "Price of the first ten, moved in summer 2026",
        funding: { source: "Trust capital programme", type: "capital" },
        agreedBy: "Group finance director",
      }),
    ],
  },
  {
    key: "group-workforce",
    title: "One digital workforce plan for both trusts",
    phase: 2,
    ownerTitle: "Group director of people",
    status: "not_started",
    dueOn: "2027-09-30",
    raises: [{ capability: "c02-4", to: 3 }],
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
