import type { Level } from "@/lib/framework/schema";
import type { ActionContent } from "@/lib/plan/action";
import type { Benefit } from "@/lib/plan/benefit";
import type { Cost } from "@/lib/plan/cost";

/** An action of the demo: which questions it raises to which level, and who is asked, by name. */
export type DemoAction = Pick<ActionContent, "title" | "ownerTitle" | "phase" | "dueOn"> &
  Partial<
    Pick<ActionContent, "description" | "startsOn" | "risk" | "optimismPercent" | "noDoubleRunning">
  > & {
    key: string;
    status: "draft" | "not_started" | "in_progress";
    raises: readonly { capability: string; to: Level }[];
    owner?: string;
    finishedOn?: string;
    endedReason?: string;
    costs?: Cost[];
    /** `countedIn` is another action's key here. */
    benefits?: Benefit[];
  };

const capitalProgramme = { source: "Trust capital programme", type: "capital" } as const;
const nationalCapital = { source: "National digital capital", type: "capital" } as const;
const operatingBudget = { source: "Digital operating budget", type: "revenue" } as const;
const FINANCE = "Deputy chief finance officer";

/** A cost; what is not said of it is as in most of the demo. */
export function cost(
  changes: Pick<Cost, "id" | "kind" | "description" | "assumption" | "pounds"> & Partial<Cost>,
): Cost {
  return { fromYear: 2026, years: 1, funding: null, doubleRunning: false, agreedBy: "", ...changes };
}

function benefit(
  changes: Pick<Benefit, "id" | "kind" | "description" | "assumption" | "measure"> & Partial<Benefit>,
): Benefit {
  return { fromYear: 2027, years: 3, agreedBy: "", countedIn: null, ...changes };
}

/** The plan of Ashdown Valley: make safe, then join up, then get the good of it. */
export const demoActions: readonly DemoAction[] = [
  {
    key: "committee",
    title: "Board sponsor and digital committee in place",
    phase: 1,
    ownerTitle: "Chief executive",
    status: "in_progress",
    startsOn: "2026-04-06",
    dueOn: "2026-07-31",
    finishedOn: "2026-07-14",
    raises: [{ capability: "c04-2", to: 2 }],
  },
  {
    key: "retention",
    title: "Records kept by a retention schedule, and audited each year",
    phase: 1,
    ownerTitle: "Information governance lead",
    status: "in_progress",
    startsOn: "2025-09-01",
    dueOn: "2026-04-30",
    finishedOn: "2026-04-24",
    raises: [{ capability: "c08-3", to: 3 }],
  },
  {
    key: "safety",
    title: "Clinical safety officer signs off every go-live",
    phase: 1,
    ownerTitle: "Chief clinical information officer",
    status: "in_progress",
    owner: "Owen Maddox",
    startsOn: "2026-05-01",
    dueOn: "2026-09-30",
    finishedOn: "2026-09-22",
    raises: [{ capability: "c06-1", to: 3 }],
  },
  {
    key: "restore",
    title: "Restore tested every quarter for the ten most important systems",
    phase: 1,
    description:
      "Offline copies, a written order of recovery, and a rehearsal each quarter with the services that depend on it.",
    ownerTitle: "Head of infrastructure",
    status: "in_progress",
    optimismPercent: 20,
    startsOn: "2026-09-01",
    dueOn: "2027-03-31",
    noDoubleRunning: true,
    risk: { text: "Two suppliers cannot restore without notice of three months", likelihood: 3, impact: 5 },
    raises: [{ capability: "c06-3", to: 3 }],
    costs: [
      cost({
        id: "storage",
        kind: "one_off_capital",
        description: "Offline backup storage",
        pounds: 380_000,
        assumption: "Framework quote of September 2026, two sites",
        funding: capitalProgramme,
        agreedBy: FINANCE,
      }),
      cost({
        id: "rehearsals",
        kind: "recurring_revenue",
        description: "Rehearsals and licences",
        years: 3,
        pounds: 64_000,
        fromYear: 2027,
        funding: operatingBudget,
        agreedBy: FINANCE,
        assumption: "Four rehearsals a year, 12 people for a day, and the supplier's list price",
      }),
    ],
    benefits: [
      benefit({
        id: "downtime",
        kind: "quality_and_safety",
        description: "Shorter loss of clinical systems",
        measure: { unit: "other", text: "Back within four hours, from two days in the last rehearsal" },
        assumption: "Rehearsal report, June 2026",
      }),
    ],
  },
  {
    key: "network",
    title: "Owner and map for every network connection",
    phase: 1,
    ownerTitle: "Head of infrastructure",
    status: "in_progress",
    startsOn: "2026-06-01",
    dueOn: "2026-10-30",
    risk: { text: "Connections of tenants on site are not known to us", likelihood: 4, impact: 2 },
    raises: [{ capability: "c01-2", to: 2 }],
  },
  {
    key: "wards",
    title: "Wi-Fi and shared devices renewed on all wards",
    phase: 2,
    ownerTitle: "Chief nursing information officer",
    status: "in_progress",
    optimismPercent: 15,
    startsOn: "2026-11-02",
    dueOn: "2027-09-30",
    risk: { text: "Wards cannot be closed for cabling over winter", likelihood: 4, impact: 3 },
    raises: [{ capability: "c01-2", to: 3 }],
    costs: [
      cost({
        id: "wifi",
        kind: "one_off_capital",
        description: "Wireless network, 38 wards",
        pounds: 1_240_000,
        assumption: "Survey and quote, August 2026",
        fromYear: 2027,
        funding: nationalCapital,
        agreedBy: FINANCE,
      }),
      cost({
        id: "support",
        kind: "recurring_revenue",
        description: "Support of devices",
        pounds: 145_000,
        assumption: "11% of the purchase price a year, as today",
        fromYear: 2027,
        years: 4,
        funding: nationalCapital,
      }),
      cost({
        id: "old-wifi",
        kind: "one_off_revenue",
        description: "Old network kept for six months",
        pounds: 58_000,
        fromYear: 2027,
        doubleRunning: true,
        assumption: "Half of this year's contract",
      }),
    ],
    benefits: [
      benefit({
        id: "log-in",
        kind: "non_cash_releasing",
        description: "Nurses wait less to sign in",
        measure: { unit: "hours", hours: 18_000, use: null },
        assumption: "Four minutes a shift, timed on six wards in May 2026",
      }),
    ],
  },
  {
    key: "medicines",
    title: "Electronic prescribing on every ward and in outpatients",
    phase: 2,
    ownerTitle: "Chief pharmacist",
    status: "not_started",
    optimismPercent: 25,
    startsOn: "2027-04-01",
    dueOn: "2028-03-31",
    risk: { text: "Pharmacy has no backfill for configuration", likelihood: 3, impact: 4 },
    raises: [{ capability: "c11-1", to: 4 }],
    costs: [
      cost({
        id: "licences",
        kind: "one_off_capital",
        description: "Modules and devices",
        pounds: 860_000,
        assumption: "Supplier's offer of July 2026, valid to June 2027",
        fromYear: 2027,
        funding: nationalCapital,
      }),
      cost({
        id: "backfill",
        kind: "one_off_revenue",
        description: "Backfill of pharmacy and wards",
        pounds: 210_000,
        fromYear: 2027,
        assumption: "4 whole-time staff for nine months at band 7",
      }),
      cost({
        id: "running",
        kind: "recurring_revenue",
        description: "Licences and support",
        pounds: 190_000,
        assumption: "Supplier's offer of July 2026",
        fromYear: 2028,
        years: 3,
        funding: operatingBudget,
      }),
    ],
    benefits: [
      benefit({
        id: "errors",
        kind: "quality_and_safety",
        description: "Fewer prescribing errors that reach patients",
        measure: { unit: "other", text: "About 240 fewer a year" },
        assumption: "Half of those reported on wards without electronic prescribing in 2025/26",
        fromYear: 2028,
      }),
      benefit({
        id: "paper",
        kind: "cash_releasing",
        description: "No more drug charts, storage and scanning",
        measure: { unit: "pounds", pounds: 130_000 },
        assumption: "Invoices of 2025/26; the budget line closes",
        fromYear: 2028,
        agreedBy: FINANCE,
      }),
      benefit({
        id: "rounds",
        kind: "non_cash_releasing",
        description: "Shorter drug rounds",
        measure: {
          unit: "hours",
          hours: 9_500,
          use: {
            text: "Bank shifts on the six medical wards are reduced",
            kind: "cash_releasing",
            financeOwner: FINANCE,
            pounds: 175_000,
          },
        },
        assumption: "Time study on two wards that have it, March 2026",
        fromYear: 2028,
        agreedBy: FINANCE,
      }),
    ],
  },
  {
    key: "record",
    title: "Shared care record opens inside the main record",
    phase: 2,
    ownerTitle: "Chief clinical information officer",
    status: "not_started",
    noDoubleRunning: true,
    startsOn: "2027-02-01",
    dueOn: "2027-10-29",
    raises: [{ capability: "c05-2", to: 3 }],
    costs: [
      cost({
        id: "interface",
        kind: "one_off_revenue",
        description: "Interface and information sharing",
        pounds: 92_000,
        fromYear: 2027,
        funding: operatingBudget,
        assumption: "Supplier's day rate, 60 days",
      }),
    ],
    benefits: [
      benefit({
        id: "calls",
        kind: "societal",
        description: "Patients and families repeat their story less",
        measure: { unit: "other", text: "Measured by the yearly patient survey, question 14" },
        assumption: "No figure yet; the base is taken in March 2027",
      }),
    ],
  },
  {
    key: "access",
    title: "Access rights reviewed every quarter, and leavers' rights ended the same day",
    phase: 2,
    ownerTitle: "Head of information governance",
    status: "in_progress",
    owner: "Farah Siddiqui",
    startsOn: "2026-10-05",
    dueOn: "2027-01-29",
    raises: [{ capability: "c10-2", to: 4 }],
  },
  {
    key: "notes",
    title: "Structured notes in the eight largest specialties",
    phase: 3,
    ownerTitle: "Medical director",
    status: "not_started",
    startsOn: "2027-09-01",
    dueOn: "2028-09-29",
    risk: { text: "Specialties do not agree on templates", likelihood: 3, impact: 3 },
    raises: [{ capability: "c07-1", to: 4 }],
    benefits: [
      benefit({
        id: "scanning",
        kind: "cash_releasing",
        description: "Less scanning of paper notes",
        measure: { unit: "pounds", pounds: 40_000 },
        assumption: "The same budget line as drug charts",
        fromYear: 2028,
        countedIn: "medicines",
      }),
    ],
  },
  {
    key: "usability",
    title: "Ask staff twice a year how usable their systems are, and act on it",
    phase: 3,
    ownerTitle: "Chief nursing information officer",
    status: "not_started",
    startsOn: "2027-10-01",
    dueOn: "2028-06-30",
    raises: [{ capability: "c02-1", to: 4 }],
  },
  {
    key: "benefits",
    title: "Benefits register owned by finance and read each quarter",
    phase: 3,
    ownerTitle: "Chief finance officer",
    status: "not_started",
    startsOn: "2027-04-01",
    dueOn: "2027-12-31",
    raises: [{ capability: "c03-4", to: 3 }],
  },
  {
    key: "voice",
    title: "Notes by ambient voice, tried in two clinics",
    phase: 3,
    description: "Not agreed yet: the clinical safety case comes first.",
    ownerTitle: "Chief clinical information officer",
    status: "draft",
    dueOn: "2028-03-31",
    raises: [],
    costs: [
      cost({
        id: "trial",
        kind: "one_off_revenue",
        description: "Licences for the trial",
        pounds: 45_000,
        assumption: "A first conversation with one supplier",
        fromYear: 2027,
      }),
    ],
  },
  {
    key: "warehouse",
    title: "A data warehouse of our own",
    phase: 3,
    ownerTitle: "Head of analytics",
    status: "not_started",
    dueOn: "2028-12-29",
    endedReason: "The Federated Data Platform does this. Agreed by the digital committee, October 2026.",
    raises: [],
    costs: [
      cost({
        id: "build",
        kind: "one_off_capital",
        description: "Build",
        pounds: 700_000,
        fromYear: 2027,
        assumption: "First estimate",
      }),
    ],
  },
];
