import type { SignedResult } from "@/lib/report/board-panel";
import type { BoardSectionSource } from "@/lib/report/board-report";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "./framework";

/** The name of the one sensitive safeguard, which a public pack must never hold. */
export const SENSITIVE = "Secret recovery";

const groups = [
  { id: "SP", name: "Safe practice" },
  { id: "SF", name: "Smart foundations" },
  { id: "WL", name: "Well led" },
];

const areas = [
  { id: "quality_of_care", name: "Quality of care" },
  { id: "finance", name: "Finance" },
];

/** Two safeguards, one of them sensitive, in three dimensions. */
export const boardFramework = aFramework(
  [
    aDimension("A", [
      aCapability("a1", {
        name: SENSITIVE,
        gateFor: ["acute"],
        sensitive: true,
        lenses: { wgll: ["SP"], provider_capability: ["quality_of_care"] },
      }),
      aCapability("a2", {
        name: "Clinical safety",
        gateFor: ["acute"],
        lenses: { wgll: ["SP"], provider_capability: ["quality_of_care", "finance"] },
      }),
    ]),
    aDimension("B", [
      aCapability("b1", { lenses: { wgll: ["SF"], provider_capability: ["quality_of_care"] } }),
      aCapability("b2", { lenses: { wgll: ["SF"] } }),
    ]),
    aDimension("C", [aCapability("c1", { lenses: { wgll: ["WL"] } })]),
  ],
  {
    lenses: [
      { id: "wgll", name: "What Good Looks Like", groups },
      { id: "provider_capability", name: "Provider capability areas", groups: areas },
    ],
  },
);

export type Levels = Parameters<typeof answersAt>[1];

/** Levels as the newest round has them, and as the one before had them. */
export const levelsNow: Levels = { a1: 2, a2: 2, b1: 4, b2: 1, c1: 2 };
const levelsBefore: Levels = { a1: 1, a2: 2, b1: 3, b2: 2, c1: 2 };

/** What is kept of a round of acute services at these levels, dated 6 May of the year the round begins. */
export function aKeptRound(round: string, levels: Levels) {
  return {
    snapshotId: round,
    assessmentId: round,
    kind: "sign_off" as const,
    name: "",
    round,
    at: new Date(`${round.slice(0, 4)}-05-06T09:00:00Z`),
    framework: boardFramework,
    result: score(boardFramework, "acute", answersAt(boardFramework, levels)),
  };
}

/** The same, signed off. */
export function aSignedRound(round: string, levels: Levels): SignedResult {
  const kept = aKeptRound(round, levels);
  return { ...kept, signedBy: { byName: "Jo Bloggs", byRole: "approver", at: kept.at } };
}

/** Acute services with two signed-off rounds, of which nothing but the levels is kept. */
export function aBoardSection(changes: Partial<BoardSectionSource> = {}): BoardSectionSource {
  return {
    setting: "acute",
    results: [aSignedRound("2026/27", levelsNow), aSignedRound("2025/26", levelsBefore)],
    checkpoints: [],
    behind: {
      answers: answersAt(boardFramework, levelsNow),
      targets: [],
      gapViews: [],
      confidences: new Map(),
      evidenced: null,
      approvedSince: [],
      openChallenges: 0,
      review: { levels: [], summaries: [] },
    },
    beingRevised: false,
    wording: null,
    ...changes,
  };
}
