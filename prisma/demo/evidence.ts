import type { CurrentUser } from "@/lib/access/user";
import { tasksOf } from "@/lib/assessment/tasks";
import { assessmentWork } from "@/lib/data/assessment-work";
import type { NewEvidence } from "@/lib/data/evidence";
import { addEvidence } from "@/lib/data/evidence";
import { linkEvidence } from "@/lib/data/evidence-links";

/** A piece of evidence with the questions it speaks for, or against. */
export type Shown = { evidence: NewEvidence; serves: readonly string[]; against?: readonly string[] };

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** What shows the answers of Ashdown Valley: in date, expiring, expired, and one that speaks against an answer. */
const register: readonly Shown[] = [
  {
    evidence: {
      title: "Cyber audit 2026",
      url: "https://intranet.example.org/audit/cyber-2026",
      reference: "",
      owner: "Head of internal audit",
      effectiveOn: day("2026-06-30"),
      reviewOn: day("2027-06-30"),
      grade: "verified",
      verifiedBy: "third_line",
    },
    serves: ["c06-1", "c06-2"],
    against: ["c06-3"],
  },
  {
    evidence: {
      title: "Digital strategy 2025 to 2028",
      url: null,
      reference: "Board paper 25/41",
      owner: "Chief digital information officer",
      effectiveOn: day("2025-04-01"),
      reviewOn: day("2027-01-10"),
      grade: "documented",
      verifiedBy: null,
    },
    serves: ["c01-1"],
  },
  {
    evidence: {
      title: "Information governance annual report 2025",
      url: null,
      reference: "IG committee, item 4",
      owner: "Information governance lead",
      effectiveOn: day("2025-07-01"),
      reviewOn: day("2026-06-30"),
      grade: "documented",
      verifiedBy: null,
    },
    serves: [],
  },
];

type Paper = Pick<NewEvidence, "title" | "reference" | "owner"> & {
  effective: string;
  review: string;
  /** Left out for what nobody verified. */
  verifiedBy?: NonNullable<NewEvidence["verifiedBy"]>;
};

/** Evidence on paper. */
export const paper = ({ effective, review, verifiedBy, ...facts }: Paper): NewEvidence => ({
  ...facts,
  url: null,
  effectiveOn: day(effective),
  reviewOn: day(review),
  grade: verifiedBy ? "verified" : "documented",
  verifiedBy: verifiedBy ?? null,
});

/** What Ashdown Valley could show when it signed its last round; all of it is still in date. */
const shownWhenSigned: readonly Shown[] = [
  {
    evidence: paper({
      title: "Clinical safety management file and hazard logs",
      reference: "CSO register, version 12",
      owner: "Clinical safety officer",
      effective: "2026-02-03",
      review: "2027-08-03",
      verifiedBy: "second_line",
    }),
    serves: ["c06-1"],
  },
  {
    evidence: paper({
      title: "Data Security and Protection Toolkit submission 2025",
      reference: "Standards met",
      owner: "Information governance lead",
      effective: "2025-06-30",
      review: "2027-06-30",
      verifiedBy: "third_line",
    }),
    serves: ["c06-2", "c10-1", "c10-2", "c10-3"],
  },
  {
    evidence: paper({
      title: "Network and device survey 2026",
      reference: "IT-2026-018",
      owner: "Head of infrastructure",
      effective: "2026-01-19",
      review: "2028-01-19",
    }),
    serves: ["c01-2", "c01-3", "c03-1"],
  },
  {
    evidence: paper({
      title: "Electronic patient record usage by ward, April 2026",
      reference: "EPR board, item 3",
      owner: "Chief clinical information officer",
      effective: "2026-04-30",
      review: "2027-04-30",
    }),
    serves: ["c01-1", "c07-1", "c07-2"],
  },
  {
    evidence: paper({
      title: "Digital skills and training report 2025/26",
      reference: "Workforce committee, paper 9",
      owner: "Director of people",
      effective: "2026-03-31",
      review: "2027-09-30",
    }),
    serves: ["c02-3", "c02-4"],
  },
  {
    evidence: paper({
      title: "Board minutes: digital strategy and sponsor",
      reference: "Board paper 26/12",
      owner: "Company secretary",
      effective: "2026-03-26",
      review: "2028-03-26",
    }),
    serves: ["c04-1", "c04-2"],
  },
  {
    evidence: paper({
      title: "Data quality audit 2025",
      reference: "Internal audit 25/07",
      owner: "Head of internal audit",
      effective: "2025-11-14",
      review: "2027-11-14",
      verifiedBy: "third_line",
    }),
    serves: ["c08-1", "c09-2", "c09-4"],
  },
  {
    evidence: paper({
      title: "Medicines safety dashboard and closed-loop audit",
      reference: "Medicines safety group",
      owner: "Chief pharmacist",
      effective: "2026-04-10",
      review: "2027-10-10",
    }),
    serves: ["c11-1"],
  },
];

/** Fills the register of a trust, and lets it speak for the answers of a round. */
export async function fillEvidence(
  lead: CurrentUser,
  organisationId: string,
  assessmentId: string,
): Promise<void> {
  await fillRegister(lead, organisationId, assessmentId, register);
}

/** Fills it with what there was before a round was sent for review. */
export async function showWhatIsSigned(
  lead: CurrentUser,
  organisationId: string,
  assessmentId: string,
): Promise<void> {
  await fillRegister(lead, organisationId, assessmentId, shownWhenSigned);
}

/** Adds these to the register of a trust, and lets them speak for the answers of a round. */
export async function fillRegister(
  lead: CurrentUser,
  organisationId: string,
  assessmentId: string,
  shown: readonly Shown[],
): Promise<void> {
  const round = await assessmentWork(lead, assessmentId);
  if (!round) throw new Error("The demo's evidence has no round");
  const tasks = tasksOf(round.framework, round.assessment.careSettings, round.rows);
  for (const { evidence, serves, against = [] } of shown) {
    const kept = await addEvidence(lead, organisationId, evidence);
    if (kept.kind !== "kept") throw new Error(`The demo's evidence stopped: ${kept.kind}`);
    for (const { capability, scope } of tasks) {
      if (!serves.includes(capability.id) && !against.includes(capability.id)) continue;
      const place = { assessmentId, capabilityId: capability.id, scope };
      await linkEvidence(lead, place, kept.id, against.includes(capability.id));
    }
  }
}
