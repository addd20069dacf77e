import type { CurrentUser } from "@/lib/access/user";
import { judgeGap, type NewGapView } from "@/lib/data/gap-views";
import { approveTargets, type NewTarget, setTarget } from "@/lib/data/targets";

type Wanted = NewTarget & { capabilityId: string; scope: string; approved: boolean };

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** What Ashdown Valley wants to reach: approved and not yet, a whole dimension, and one whose date has passed. */
const wanted: readonly Wanted[] = [
  {
    capabilityId: "c06-3",
    scope: "organisation",
    level: 3,
    by: day("2027-03-31"),
    approved: true,
    owner: "Chief digital information officer",
    reason: "The safeguard that holds us. Agreed by the digital committee in October.",
  },
  {
    capabilityId: "c01-1",
    scope: "acute",
    level: 4,
    by: day("2027-09-30"),
    approved: true,
    owner: "Chief clinical information officer",
    reason: "The last two wards come on to the electronic patient record next summer.",
  },
  {
    capabilityId: "d07",
    scope: "organisation",
    level: 3,
    by: day("2027-03-31"),
    approved: false,
    owner: "Director of data",
    reason: "The board asked for one standard of data across the trust.",
  },
  {
    capabilityId: "c10-2",
    scope: "organisation",
    level: 5,
    by: day("2026-09-30"),
    approved: true,
    owner: "Information governance lead",
    reason: "Promised after the audit of 2025.",
  },
];

const unsaid: NewGapView = {
  standing: null,
  standingReason: "",
  importance: null,
  effort: null,
  adjustedReason: "",
  system: "",
  supplier: "",
  contractEndsOn: null,
  unblockedBy: null,
};

/** What Ashdown Valley says of some of its acute gaps. */
const views: Readonly<Record<string, NewGapView>> = {
  "c06-3": {
    ...unsaid,
    standing: "now",
    standingReason: "It is the one safeguard between us and Established.",
    system: "Backup and recovery",
    supplier: "Northgate Hosting",
    contractEndsOn: day("2027-09-30"),
    unblockedBy: "supplier",
  },
  "c10-2": {
    ...unsaid,
    standing: "later",
    standingReason: "Waits for the single sign-on project, which does most of it.",
    importance: 3,
    adjustedReason: "The information commissioner asked about it in 2025.",
    unblockedBy: "trust",
  },
  "c01-1": {
    ...unsaid,
    effort: 12,
    adjustedReason: "The supplier’s quotation of September counts fewer wards.",
    system: "Electronic patient record",
    supplier: "Hartwell Health Systems",
    contractEndsOn: day("2031-03-31"),
    unblockedBy: "supplier",
  },
};

/** Sets the demo trust's targets, and has its approver approve some of them; says what it thinks of some gaps. */
export async function fillAmbitions(
  lead: CurrentUser,
  approver: CurrentUser,
  assessmentId: string,
): Promise<void> {
  for (const { capabilityId, scope, approved: _, ...target } of wanted) {
    must(await setTarget(lead, { assessmentId, capabilityId, scope }, target, 0));
  }
  for (const [capabilityId, view] of Object.entries(views)) {
    must(await judgeGap(lead, { assessmentId, capabilityId, careSetting: "acute" }, view, 0));
  }
  const approved = wanted.filter((target) => target.approved);
  must(
    await approveTargets(
      approver,
      assessmentId,
      approved.map(({ capabilityId, scope }) => ({ capabilityId, scope, version: 1 })),
    ),
  );
}

function must(outcome: string): void {
  if (outcome !== "done") throw new Error(`The demo's targets and gaps stopped: ${outcome}`);
}
