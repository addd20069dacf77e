import type { NewSummary } from "@/lib/data/review-summaries";
import type { CareSetting } from "@/lib/framework/schema";

/** One round of a demo trust: which year, on which framework version, and the score it comes to. */
export type DemoRound = {
  round: string;
  /** Left out for the newest version. */
  frameworkVersion?: string;
  /** The overall score each care setting comes to, as near as whole levels allow. */
  overall: Partial<Record<CareSetting, number>>;
  /** Sent for review and signed; left out while the round is open. */
  sentOn?: string;
  signedOffOn?: string;
  /** The share of answers given so far in a round that is open; the others are carried forward. */
  answered?: number;
  /** Checkpoints made on the way. */
  checkpoints?: { name: string; on: string }[];
  /** What its reviewer made of it before it was signed, with what was there to show it; left out for none. */
  review?: NewSummary;
  /** The committee the approver signed for. */
  committee?: { name: string; on: string; minuteReference: string };
};

export type DemoTrust = {
  odsCode: string;
  name: string;
  /** Left out for a trust. */
  kind?: "trust" | "gp_practice";
  careSettings: CareSetting[];
  icbCode: string;
  regionCode: string;
  rounds: DemoRound[];
  /** Levels that the trust's story needs, by capability id; they hold in every round. */
  fixed: Readonly<Record<string, number>>;
  /** How far each WGLL pillar lies from the trust's own mean; see levels.ts for those not named. */
  pillars?: Readonly<Record<string, number>>;
};

const SETTLED = { "c06-1": 3, "c06-2": 3, "c10-1": 3 };

/**
 * The five trusts with a story (contract: demo), one that has not begun, and a general practice. All are invented. Scores lie where real ones do: 1.8 to 3.4, rising
 * by 0.1 to 0.3 a year, one falling.
 */
export const demoTrusts: readonly DemoTrust[] = [
  {
    odsCode: "ZZA",
    name: "Ashdown Valley NHS Foundation Trust",
    careSettings: ["acute", "community"],
    icbCode: "ZZQ",
    regionCode: "Y59",
    fixed: { ...SETTLED, "c06-3": 2, "c01-1": 3, "c05-4": 3, "c07-4": 3, "c11-1": 3 },
    rounds: [
      {
        round: "2024/25",
        frameworkVersion: "2025.1",
        overall: { acute: 2.4, community: 2.2 },
        sentOn: "2025-05-12",
        signedOffOn: "2025-05-28",
      },
      {
        round: "2025/26",
        overall: { acute: 2.6, community: 2.4 },
        sentOn: "2026-05-11",
        signedOffOn: "2026-05-27",
        committee: {
          name: "the Finance and digital committee",
          on: "2026-05-26",
          minuteReference: "item 7 of 05/26",
        },
        review: {
          sampled: 14,
          confidence: "medium",
          risk: "medium",
          text: "We looked at 14 answers and agreed with 12 as they were given. Two were put right before sign-off. Recovery is the one safeguard without a tested plan, as the trust says itself.",
        },
      },
      {
        round: "2026/27",
        overall: { acute: 2.9, community: 2.6 },
        answered: 0.7,
        checkpoints: [{ name: "Digital committee, October", on: "2026-10-20" }],
      },
    ],
  },
  {
    odsCode: "ZZB",
    name: "Merewater Mental Health NHS Trust",
    careSettings: ["mental_health"],
    icbCode: "ZZQ",
    regionCode: "Y60",
    fixed: SETTLED,
    pillars: { WL: 0.85 },
    rounds: [
      {
        round: "2024/25",
        frameworkVersion: "2025.1",
        overall: { mental_health: 2.3 },
        sentOn: "2025-05-19",
        signedOffOn: "2025-06-04",
      },
      {
        round: "2025/26",
        overall: { mental_health: 2.6 },
        sentOn: "2026-05-18",
        signedOffOn: "2026-06-03",
      },
    ],
  },
  {
    odsCode: "ZZC",
    name: "Northern Fells Ambulance Service NHS Trust",
    careSettings: ["ambulance"],
    icbCode: "ZZQ",
    regionCode: "Y63",
    fixed: { "c06-3": 2 },
    rounds: [{ round: "2026/27", overall: { ambulance: 2.1 }, sentOn: "2026-11-16", answered: 1 }],
  },
  {
    odsCode: "ZZD",
    name: "Saltmarsh Community NHS Trust",
    careSettings: ["community"],
    icbCode: "ZZQ",
    regionCode: "Y61",
    fixed: { "c06-2": 2 },
    rounds: [
      {
        round: "2024/25",
        frameworkVersion: "2025.1",
        overall: { community: 2.3 },
        sentOn: "2025-05-06",
        signedOffOn: "2025-05-21",
      },
      {
        round: "2025/26",
        overall: { community: 2.1 },
        sentOn: "2026-05-05",
        signedOffOn: "2026-05-20",
      },
    ],
  },
  {
    odsCode: "ZZE",
    name: "Kingsbridge Specialist Hospital NHS Foundation Trust",
    careSettings: ["specialist"],
    icbCode: "ZZQ",
    regionCode: "Y56",
    fixed: { ...SETTLED, "c06-3": 3, "c01-1": 4, "c05-4": 3, "c07-4": 3, "c11-1": 4 },
    rounds: [
      {
        round: "2025/26",
        overall: { specialist: 2.9 },
        sentOn: "2026-05-13",
        signedOffOn: "2026-05-29",
      },
    ],
  },
  {
    odsCode: "ZZY",
    name: "Harbour Lights Community NHS Trust",
    careSettings: ["community", "mental_health"],
    icbCode: "ZZQ",
    regionCode: "Y58",
    fixed: {},
    rounds: [],
  },
  {
    odsCode: "ZZP",
    name: "Millbrook Surgery",
    kind: "gp_practice",
    careSettings: ["practice"],
    icbCode: "ZZQ",
    regionCode: "Y59",
    fixed: { "c04-1": 2, "c04-2": 3 },
    rounds: [{ round: "2026/27", overall: { practice: 2.4 }, answered: 0.85 }],
  },
];
