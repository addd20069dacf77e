import { standingName } from "@/lib/plan/action";
import { benefitKindNames } from "@/lib/plan/benefit";
import { besideProgramme } from "@/lib/plan/context";
import { costKindNames, fundingTypeNames } from "@/lib/plan/cost";
import { yearName } from "@/lib/plan/financial-year";
import { hoursInWords, poundsInWords } from "@/lib/plan/money-words";
import type { PlanSummary } from "@/lib/plan/plan-summary";
import { dateInWords } from "./dates";
import { type Block, heading, list, paragraph, table } from "./paper";

/** The plan, its risks and its money, as a board pack tells them. */
export function planBlocks(plan: PlanSummary): Block[] {
  return [
    heading(1, "Plan"),
    ...actionBlocks(plan),
    heading(1, "Risks"),
    ...riskBlocks(plan),
    heading(1, "Funding"),
    ...moneyBlocks(plan),
  ];
}

/** "3 of 9 actions are finished and 1 is late". */
export function progressInWords({ counts }: PlanSummary): string {
  const all = counts.not_started + counts.in_progress + counts.finished;
  const late = counts.late === 1 ? "1 is late" : `${counts.late} are late`;
  return `${counts.finished} of ${all} ${all === 1 ? "action is" : "actions are"} finished and ${late}`;
}

/** A day written 2027-03-31, in words. */
export function dayInWords(day: string): string {
  return dateInWords(new Date(`${day}T12:00:00Z`));
}

/** How many risks stand at each likelihood (down, the most likely first) and impact (across). */
export function riskSquare({ risks }: PlanSummary): { likelihood: number; counts: number[] }[] {
  return [5, 4, 3, 2, 1].map((likelihood) => ({
    likelihood,
    counts: [1, 2, 3, 4, 5].map(
      (impact) => risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length,
    ),
  }));
}

/** The actions by phase, with owner, day and where each stands. */
export function actionBlocks(plan: PlanSummary): Block[] {
  return [
    paragraph(`${progressInWords(plan)}.`),
    ...plan.phases.flatMap(({ name, actions }) =>
      table(
        `${name}: actions`,
        [
          ["Action", 4],
          ["Owner", 2],
          ["Due", 1.5],
          ["Status", 1.3],
        ],
        actions.map((action) => [
          action.title,
          action.ownerTitle,
          dayInWords(action.dueOn),
          standingName(action),
        ]),
      ),
    ),
    ...(plan.hidden > 0 ? [paragraph(hiddenInWords(plan.hidden))] : []),
  ];
}

/** Actions that this reader is not shown. */
export function hiddenInWords(hidden: number): string {
  return hidden === 1
    ? "1 action is about a sensitive capability and left out, with its money and its risk."
    : `${hidden} actions are about sensitive capabilities and left out, with their money and risks.`;
}

/** The open risks, and how many stand where in a square of 5 by 5. */
export function riskBlocks(plan: PlanSummary): Block[] {
  if (plan.risks.length === 0) return [paragraph("No risk is written down for an open action.")];
  return [
    ...table(
      "Open risks, the highest score first",
      [
        ["Risk", 4],
        ["Action", 2.4],
        ["Likelihood", 1.2],
        ["Impact", 1],
        ["Score", 0.9],
      ],
      plan.risks.map(({ text, action, likelihood, impact, score }) => [
        text,
        action,
        likelihood,
        impact,
        score,
      ]),
    ),
    ...table(
      "How many risks stand where: likelihood down, impact across",
      [["Likelihood", 1.6], ...[1, 2, 3, 4, 5].map((impact) => [`Impact ${impact}`, 1] as const)],
      riskSquare(plan).map(({ likelihood, counts }) => [
        `Likelihood ${likelihood}`,
        ...counts.map((count) => count || "–"),
      ]),
    ),
  ];
}

/** Cost, who pays and benefit, each kind apart. */
export function moneyBlocks({ money, context }: PlanSummary): Block[] {
  const beside = besideProgramme(money, context);
  const unfunded = money.unfunded.filter(({ pounds }) => pounds > 0);
  return [
    ...table(
      "What it costs, by kind, over all years",
      [
        ["Kind", 2],
        ["Cost", 1.3],
        ["With the optimism adjustment", 1.6],
        ["Agreed by finance", 1.4],
      ],
      money.costs.map(({ kind, pounds, adjusted, agreed }) => [
        costKindNames[kind],
        poundsInWords(pounds),
        poundsInWords(adjusted),
        poundsInWords(agreed),
      ]),
    ),
    ...table(
      "Who pays",
      [
        ["Source", 3],
        ["Sort of money", 1.4],
        ["Amount", 1.4],
      ],
      money.funding.map(({ source, type, pounds }) => [
        source,
        fundingTypeNames[type],
        poundsInWords(pounds),
      ]),
    ),
    ...list([
      ...unfunded.map(
        ({ kind, pounds }) =>
          `${costKindNames[kind]}: ${poundsInWords(pounds)} that nobody has said they will pay`,
      ),
      ...money.mismatched.map(
        ({ action, cost }) => `${action.title}: ${cost.description} is paid in the wrong sort of money`,
      ),
    ]),
    ...table(
      "What it brings, by kind, over all years. Kinds are never added together",
      [
        ["Kind", 2],
        ["Money", 1.4],
        ["Agreed by finance", 1.4],
        ["Hours whose use is not stated", 1.6],
        ["Told in words", 1],
      ],
      // A benefit that is told in hours or words is not one of no pounds.
      money.benefits.map(({ kind, pounds, agreed, hours, inWords }) => [
        benefitKindNames[kind],
        pounds > 0 ? poundsInWords(pounds) : "–",
        pounds > 0 ? poundsInWords(agreed) : "–",
        hours > 0 ? hoursInWords(hours) : "–",
        inWords || "–",
      ]),
    ),
    ...(beside
      ? [
          paragraph(
            `Cash-releasing benefit in ${yearName(beside.year)}: ${poundsInWords(beside.cashReleasing)}, beside an efficiency programme of ${poundsInWords(beside.programme)}.`,
          ),
        ]
      : []),
  ];
}
