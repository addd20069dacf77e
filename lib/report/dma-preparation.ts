import { gradeInWords, type LinkedEvidence } from "@/lib/assessment/evidence";
import { findingsOf, type Standing } from "./findings";
import { levelInFigures } from "./level-words";
import { pillarsOf } from "./pillars";
import type { ReportTable } from "./report-table";
import type { ServingAnswers } from "./serving-answers";
import { scoreInFigures } from "./stage-words";

/** One capability as somebody looks it up who fills in the DMA: what we answered, why, and what shows it. */
export type PreparedAnswer = {
  id: string;
  title: string;
  level: string;
  /** What is missing for the next level. */
  missing: string[];
  note: string;
  confidence: string;
  /** "Cyber audit 2026, documented, https://…", a line each; what speaks against it says so. */
  evidence: string[];
};

/** The answers of one What Good Looks Like pillar, by which the DMA is laid out. */
export type PreparedPillar = { id: string; name: string; score: string; answers: PreparedAnswer[] };

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
          missing: finding.missing.map(({ text }) => text),
          note: answer?.note ?? "",
          confidence: answer?.confidence ?? "",
          evidence: shown.map(evidenceInWords),
        };
      }),
  }));
}

/** The same as one table, a row for each capability, to filter and to copy from. */
export function preparationTable(pillars: readonly PreparedPillar[]): ReportTable {
  return {
    columns: [
      { header: "Pillar", width: 20 },
      { header: "Our pillar score", width: 12 },
      { header: "Capability", width: 44 },
      { header: "Level", width: 8 },
      { header: "Missing for the next level", width: 60 },
      { header: "Note", width: 60 },
      { header: "Confidence", width: 12 },
      { header: "Evidence", width: 60 },
    ],
    rows: pillars.flatMap(({ name, score, answers }) =>
      answers.map(({ title, level, missing, note, confidence, evidence }) => [
        ...[name, score, title, level, missing.join("\n"), note, confidence, evidence.join("\n")],
      ]),
    ),
  };
}

function evidenceInWords(item: LinkedEvidence): string {
  const parts = [item.title, gradeInWords(item).toLowerCase(), item.url ?? item.reference].filter(Boolean);
  return `${item.counter ? "Against it: " : ""}${parts.join(", ")}`;
}
