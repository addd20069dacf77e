import { gradeInWords, type LinkedEvidence } from "@/lib/assessment/evidence";
import { findingsOf, type Standing } from "./findings";
import { levelInFigures } from "./level-words";
import { pillarsOf } from "./pillars";
import type { Bounds } from "@/lib/scoring/result";
import { dayOf } from "./dates";
import { markingInWords } from "./marking";
import type { ReportSheet } from "./report-sheets";
import { figureCell } from "./report-table";
import type { ServingAnswers } from "./serving-answers";
import { scoreInFigures } from "./stage-words";

/** One capability as somebody looks it up who fills in the DMA: what we answered, why, and what shows it. */
export type PreparedAnswer = {
  id: string;
  title: string;
  level: string;
  /** The same as a figure for each of its ends. */
  bounds: Bounds;
  /** What is missing for the next level. */
  missing: string[];
  note: string;
  confidence: string;
  /** "Cyber audit 2026, documented, https://…", a line each; what speaks against it says so. */
  evidence: string[];
};

/** The answers of one What Good Looks Like pillar, by which the DMA is laid out. */
export type PreparedPillar = {
  id: string;
  name: string;
  score: string;
  bounds: Bounds | null;
  answers: PreparedAnswer[];
};

/** Answers, notes and evidence by pillar. Without `showSensitive` sensitive capabilities are left out. */
export function dmaPreparation(
  standing: Standing,
  serving: ServingAnswers,
  evidence: readonly LinkedEvidence[],
  view: { showSensitive: boolean },
): PreparedPillar[] {
  const findings = findingsOf(standing, view).flatMap((dimension) => dimension.findings);
  return pillarsOf(standing.framework, standing.result).map(({ id: pillar, name, bounds }) => ({
    id: pillar,
    name,
    score: bounds ? scoreInFigures(bounds) : "Does not apply",
    bounds,
    answers: findings
      .filter(({ capability }) => capability.lenses.wgll?.includes(pillar))
      .map((finding): PreparedAnswer => {
        const { id } = finding.capability;
        const answer = serving.get(id);
        const shown = evidence.filter((item) => item.capabilityId === id && item.scope === answer?.scope);
        return {
          id,
          title: finding.title,
          level: levelInFigures(finding),
          bounds: { low: finding.low, high: finding.high },
          missing: finding.missing.map(({ text }) => text),
          note: answer?.note ?? "",
          confidence: answer?.confidence ?? "",
          evidence: shown.map(evidenceInWords),
        };
      }),
  }));
}

/** Whose answers they are, and how they stand; `signedOff` false while the round is open. */
export type Prepared = {
  organisation: { odsCode: string; name: string };
  setting: string;
  round: string;
  framework: string;
  signedOff: boolean;
  sensitive: boolean;
  madeOn: Date;
};

/** The same as sheets: whose it is, and a table with a row for each capability, to filter and to copy from. */
export function preparationSheets(about: Prepared, pillars: readonly PreparedPillar[]): ReportSheet[] {
  return [
    {
      name: "About",
      columns: [
        { header: "What", width: 32 },
        { header: "Value", width: 90 },
      ],
      rows: [
        ["Organisation", about.organisation.name],
        ["Organisation code", about.organisation.odsCode],
        ["Care setting", about.setting],
        ["Round", about.round],
        ["Framework", about.framework],
        ["Made on", dayOf(about.madeOn)],
        ["Marking", markingInWords("confidential", about)],
        ["What it is", "Our own answers in the order of the DMA's pillars. The DMA asks its own questions"],
      ],
    },
    {
      name: "By pillar",
      columns: [
        { header: "Pillar", width: 20 },
        { header: "Our pillar score", width: 12, score: true },
        { header: "Capability", width: 44 },
        { header: "Level", width: 8 },
        { header: "Missing for the next level", width: 60 },
        { header: "Note", width: 60 },
        { header: "Confidence", width: 12 },
        { header: "Evidence", width: 60 },
      ],
      rows: pillars.flatMap(({ name, score, bounds, answers }) =>
        answers.map(({ title, level, bounds: levels, missing, note, confidence, evidence }) => [
          ...[name, figureCell(bounds, score), title, figureCell(levels, level)],
          ...[missing.join("\n"), note, confidence, evidence.join("\n")],
        ]),
      ),
    },
  ];
}

function evidenceInWords(item: LinkedEvidence): string {
  const parts = [item.title, gradeInWords(item).toLowerCase(), item.url ?? item.reference].filter(Boolean);
  return `${item.counter ? "Against it: " : ""}${parts.join(", ")}`;
}
