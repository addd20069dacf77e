import { standingName } from "@/lib/plan/action";
import { costKindNames } from "@/lib/plan/cost";
import { poundsInWords } from "@/lib/plan/money-words";
import type { PlanSummary, SummaryRisk } from "@/lib/plan/plan-summary";
import { dayInWords, hiddenInWords, progressInWords } from "./board-pack-plan";
import type { Slide, SlidePart } from "./deck";

/** How many rows of a table a slide has room for; the document has them all. */
const ROWS = 8;
/** A risk this high or higher is shaded in the square: likely with a major impact. */
const HIGH = 15;

const FIVE = [1, 2, 3, 4, 5];

/** The plan, its risks and its costs as slides. What there is nothing of has no slide of its own. */
export function planSlides(plan: PlanSummary): Slide[] {
  return [actionSlide(plan), ...riskSlides(plan), ...moneySlides(plan)];
}

function actionSlide(plan: PlanSummary): Slide {
  const open = plan.phases
    .flatMap((phase) => phase.actions)
    .filter(({ status }) => status !== "finished")
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  return {
    title: progressInWords(plan),
    parts:
      open.length === 0
        ? [{ kind: "list", items: ["No open action may be named here."] }]
        : [
            tableOf(
              "Open actions with owner, date and status, the earliest first",
              [
                [open.length > ROWS ? `Open action, ${ROWS} of ${open.length} shown` : "Open action", 4],
                ["Owner", 2.4],
                ["Due", 1.7],
                ["Status", 1.5],
              ],
              open
                .slice(0, ROWS)
                .map((action) => [
                  action.title,
                  action.ownerTitle,
                  dayInWords(action.dueOn),
                  standingName(action),
                ]),
            ),
          ],
    notes: [
      ...(plan.hidden > 0 ? [hiddenInWords(plan.hidden)] : []),
      open.length > ROWS ? inThePaper(open.length - ROWS, "open action") : "Every open action is shown.",
      ...(plan.risks.length === 0 ? ["No risk is written down for an open action."] : []),
    ],
  };
}

/** Number and place in the square are both said: nobody needs to tell shades apart. */
function riskSlides({ risks }: PlanSummary): Slide[] {
  const [highest] = risks;
  if (!highest) return [];
  const shown = risks.slice(0, ROWS);
  const at = (likelihood: number, impact: number) =>
    shown.flatMap((risk, index) =>
      risk.likelihood === likelihood && risk.impact === impact ? [index + 1] : [],
    );
  return [
    {
      title:
        risks.length === 1
          ? `The one open risk scores ${highest.score} of 25`
          : `The highest of ${risks.length} open risks scores ${highest.score} of 25`,
      parts: [
        {
          ...tableOf(
            "Open risks, the highest score first",
            [
              ["No.", 0.8],
              ["Risk", 3.6],
              ["Action", 2.6],
              ["Likelihood × impact", 1.9],
            ],
            shown.map((risk, index) => [String(index + 1), risk.text, risk.action, workingOf(risk)]),
          ),
          share: 1.5,
        },
        {
          kind: "table",
          alt: "Which risk stands where: likelihood down, impact across",
          columns: [
            { header: "Likelihood", share: 2.2 },
            ...FIVE.map((impact) => ({
              header: impact === 1 ? "Impact 1" : String(impact),
              share: impact === 1 ? 1.6 : 1,
            })),
          ],
          rows: FIVE.toReversed().map((likelihood) => [
            String(likelihood),
            ...FIVE.map((impact) => at(likelihood, impact).join(", ") || "–"),
          ]),
          shaded: (row, column) => column > 0 && (5 - row) * column >= HIGH,
        },
      ],
      notes: [
        `Likelihood and impact from 1, the least, to 5. Shaded: ${HIGH} of 25 or more.`,
        ...(risks.length > ROWS ? [inThePaper(risks.length - ROWS, "risk")] : []),
      ],
    },
  ];
}

function workingOf({ likelihood, impact, score }: SummaryRisk): string {
  return `${likelihood} × ${impact} = ${score}`;
}

function moneySlides({ money }: PlanSummary): Slide[] {
  const costs = money.costs.filter(({ pounds }) => pounds > 0);
  if (costs.length === 0) return [];
  const unfunded = new Map(money.unfunded.map(({ kind, pounds }) => [kind, pounds]));
  const unpaid = costs.filter(({ kind }) => (unfunded.get(kind) ?? 0) > 0);
  return [
    {
      title:
        unpaid.length === 0
          ? "Every cost of the plan has somebody who pays"
          : `Not paid for yet: ${unpaid.map(({ kind }) => `${poundsInWords(unfunded.get(kind) ?? 0)} ${costKindNames[kind].toLowerCase()}`).join(", ")}`,
      parts: [
        {
          ...tableOf(
            "Cost by kind over all years, and what nobody has said they will pay",
            [
              ["Kind of cost", 2.2],
              ["Cost", 1.3],
              ["With optimism adjustment", 1.5],
              ["Not paid for yet", 1.3],
            ],
            costs.map(({ kind, pounds, adjusted }) => [
              costKindNames[kind],
              poundsInWords(pounds),
              poundsInWords(adjusted),
              poundsInWords(unfunded.get(kind) ?? 0),
            ]),
          ),
          share: 1.4,
        },
        {
          kind: "chart",
          chart: {
            kind: "columns",
            alt: `Cost by kind: ${costs.map(({ kind, pounds }) => `${costKindNames[kind]} ${poundsInWords(pounds)}`).join(", ")}`,
            categories: costs.map(({ kind }) => costKindNames[kind]),
            series: [{ name: "Cost in pounds", values: costs.map(({ pounds }) => pounds) }],
          },
        },
      ],
      notes: [
        "Whole pounds over all years. Bars are without the optimism adjustment. Kinds of money are not added together.",
      ],
    },
  ];
}

/** "1 more risk is in the paper." */
function inThePaper(more: number, what: string): string {
  return more === 1 ? `1 more ${what} is in the paper.` : `${more} more ${what}s are in the paper.`;
}

/** A table of a slide from its headings, each with its share of the width. */
function tableOf(
  alt: string,
  headings: readonly (readonly [header: string, share: number])[],
  rows: string[][],
): SlidePart {
  return { kind: "table", alt, columns: headings.map(([header, share]) => ({ header, share })), rows };
}
