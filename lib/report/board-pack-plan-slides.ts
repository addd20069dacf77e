import { costKindNames } from "@/lib/plan/cost";
import { poundsInWords } from "@/lib/plan/money-words";
import type { PlanSummary } from "@/lib/plan/plan-summary";
import { dayInWords, hiddenInWords, progressInWords, standingOfAction } from "./board-pack-plan";
import type { Slide } from "./deck";

/** How many rows of a table a slide has room for; the document has them all. */
const ROWS = 8;

/** The plan, its risks and its costs as slides. */
export function planSlides(plan: PlanSummary): Slide[] {
  const actions = plan.phases.flatMap((phase) => phase.actions);
  const open = actions.filter(({ status }) => status !== "finished");
  const unfunded = plan.money.unfunded.filter(({ pounds }) => pounds > 0);
  return [
    {
      title: progressInWords(plan),
      parts: [
        {
          kind: "table",
          alt: "Open actions with owner, date and status",
          columns: [
            { header: "Action", share: 4 },
            { header: "Owner", share: 2 },
            { header: "Due", share: 1.4 },
            { header: "Status", share: 1.4 },
          ],
          rows: open
            .slice(0, ROWS)
            .map((action) => [
              action.title,
              action.ownerTitle,
              dayInWords(action.dueOn),
              standingOfAction(action),
            ]),
        },
      ],
      notes: [
        ...(plan.hidden > 0 ? [hiddenInWords(plan.hidden)] : []),
        open.length > ROWS
          ? `${open.length - ROWS} more open actions are in the paper.`
          : "Every open action is shown.",
      ],
    },
    {
      title:
        plan.risks.length === 0
          ? "No risk is written down for an open action"
          : `The highest of ${plan.risks.length} risks scores ${plan.risks[0]?.score ?? 0} of 25`,
      parts:
        plan.risks.length === 0
          ? []
          : [
              {
                kind: "table",
                alt: "Open risks, the highest score first",
                columns: [
                  { header: "Risk", share: 4 },
                  { header: "Action", share: 2.5 },
                  { header: "Likelihood × impact", share: 1.5 },
                ],
                rows: plan.risks
                  .slice(0, ROWS)
                  .map(({ text, action, likelihood, impact, score }) => [
                    text,
                    action,
                    `${likelihood} × ${impact} = ${score}`,
                  ]),
              },
            ],
      notes: ["Likelihood and impact from 1, the least, to 5."],
    },
    {
      title:
        unfunded.length === 0
          ? "Every cost of the plan has somebody who pays"
          : `Not paid for yet: ${unfunded.map(({ kind, pounds }) => `${poundsInWords(pounds)} ${costKindNames[kind].toLowerCase()}`).join(", ")}`,
      parts: [
        {
          kind: "chart",
          chart: {
            kind: "columns",
            alt: `Cost by kind: ${plan.money.costs.map(({ kind, pounds }) => `${costKindNames[kind]} ${poundsInWords(pounds)}`).join(", ")}`,
            categories: plan.money.costs.map(({ kind }) => costKindNames[kind]),
            series: [{ name: "Cost in pounds", values: plan.money.costs.map(({ pounds }) => pounds) }],
          },
        },
      ],
      notes: [
        "Whole pounds over all years, without the optimism adjustment. Kinds of money are not added together.",
      ],
    },
  ];
}
