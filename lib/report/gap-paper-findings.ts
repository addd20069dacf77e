import { dateInWords } from "./dates";
import { effortInWords, monthsInWords } from "./effort-words";
import { actionInWords } from "./gap-paper-plan";
import type { GapReport, ReportAnswer, ReportDimension, ReportFinding } from "./gap-report";
import { gapEffortInWords, workingInFigures } from "./gap-sections";
import { levelInFigures, stateInWords } from "./level-words";
import { heading, list, paragraph, table, type Block } from "./paper";
import { dimensionInFigures } from "./stage-words";

/** The findings of one dimension: levels, targets and gaps in a table, then what each capability lacks. */
export function findingBlocks({ framework, result }: GapReport, found: ReportDimension): Block[] {
  const { dimension, bounds, findings, notApplicable, hidden } = found;
  const score = bounds ? `: ${dimensionInFigures(framework, result, bounds)}` : "";
  return [
    heading(2, `${dimension.number}. ${dimension.name}${score}`),
    ...table(
      `Findings in ${dimension.name}`,
      [
        ["Capability", 5],
        ["Level", 1.2],
        ["Target", 1.1],
        ["Gap", 0.9],
        ["Priority", 2.6],
      ],
      findings.map((finding) => [
        finding.gate ? `${finding.title} (safeguard)` : finding.title,
        levelInFigures(finding),
        finding.target,
        finding.priority?.gap.gap ?? 0,
        finding.priority ? `${finding.priority.list}, ${finding.priority.place}` : "No gap",
      ]),
    ),
    ...findings.flatMap((finding) => detail(framework, finding)),
    ...list(notApplicable.map(({ title, reason }) => `${title} does not apply: ${reason}`)),
    ...(hidden > 0 ? [paragraph(`${hidden} sensitive, not shown in this copy.`)] : []),
  ];
}

function detail(framework: GapReport["framework"], finding: ReportFinding): Block[] {
  const { title, setTarget, target, priority, next, missing, carriedForward, answered } = finding;
  const { evidence, actions } = finding;
  // At its target it lacks nothing: what the level above would ask for stands in the appendix.
  const lacking = priority ? missing : [];
  if (!setTarget && !priority && evidence.length + actions.length === 0) return [];
  const by = setTarget?.by ? ` by ${dateInWords(setTarget.by)}` : "";
  return [
    heading(3, title),
    ...(answered ? [] : [paragraph("Not all of it is answered yet.")]),
    ...(carriedForward ? [paragraph("Carried forward from the round before and still to confirm.")] : []),
    ...(setTarget ? [paragraph(`Target: level ${target}${by}. ${setTarget.reason}`)] : []),
    ...(priority
      ? [
          paragraph(
            `${priority.list}, ${priority.place}: ${workingInFigures(priority.gap)} = ${priority.gap.value}. Effort ${gapEffortInWords(priority.gap)}; lead time ${monthsInWords(priority.months)}.`,
          ),
        ]
      : []),
    ...(lacking.length > 0
      ? [
          paragraph(`Missing for level ${next}:`),
          ...list(
            lacking.map(
              ({ text, effort, state }) =>
                `${text} (${stateInWords(state).toLowerCase()}; ${effortInWords(framework, effort)})`,
            ),
          ),
        ]
      : []),
    ...(evidence.length > 0 ? [paragraph("Evidence:"), ...list(evidence)] : []),
    ...(actions.length > 0 ? [paragraph("Actions:"), ...list(actions.map(actionInWords))] : []),
  ];
}

/** Every answer of one dimension by level, in one table, then what was said beside them. */
export function appendixBlocks({ dimension, answers }: ReportDimension): Block[] {
  if (answers.length === 0) return [];
  return [
    heading(2, `Answers: ${dimension.number}. ${dimension.name}`),
    paragraph(`${answers.map(({ title }) => title).join("; ")}.`),
    ...table(
      `Answers in ${dimension.name}`,
      [
        ["No. and level", 1.5],
        ["Answers and criteria", 10.5],
      ],
      answers.flatMap(answerRows),
      { dense: true },
    ),
    ...list(answers.flatMap(saidBeside)),
  ];
}

/**
 * A row for each level, its capability by number: names in each row would leave the criteria half the room, and a row
 * for each criterion would take half as much paper again.
 */
function answerRows({ number, criteria }: ReportAnswer): string[][] {
  const said = (level: number) =>
    criteria
      .filter((criterion) => criterion.level === level)
      .map(({ text, state }) => `${stateInWords(state)}: ${text}`);
  const levels = new Set(criteria.map(({ level }) => level));
  return [...levels].map((level) => [`${number}, level ${level}`, said(level).join("\n")]);
}

function saidBeside({ title, notApplicable, note, confidence }: ReportAnswer): string[] {
  const said = [
    ...(notApplicable === null ? [] : [`Does not apply: ${notApplicable}.`]),
    ...(confidence ? [`Confidence: ${confidence}.`] : []),
    ...(note === "" ? [] : [`Note: ${note}`]),
  ];
  return said.length === 0 ? [] : [`${title}. ${said.join(" ")}`];
}
