import { standingName } from "@/lib/plan/action";
import type { SummaryAction } from "@/lib/plan/plan-summary";
import { actionBlocks, dayInWords, moneyBlocks, riskBlocks } from "./board-pack-plan";
import { type Block, heading, paragraph } from "./paper";
import type { ReportPlan } from "./report-plan";

/** The actions of a gap report with their risks, cost and benefit, for its page and its papers. */
export function gapPlanBlocks({ actions, summary, elsewhere }: ReportPlan): Block[] {
  const { costLines, benefitLines } = summary.money;
  const others =
    elsewhere === 1
      ? "1 more action of the plan is about other services alone, or says no criterion yet."
      : `${elsewhere} more actions of the plan are about other services alone, or say no criterion yet.`;
  return [
    paragraph("The plan as it stands on the day this report is made, whenever the figures were signed off."),
    heading(2, "Actions"),
    ...(actions.length === 0 ? [paragraph("No action of the plan meets a criterion here yet.")] : []),
    ...(actions.length === 0 && summary.hidden === 0 ? [] : actionBlocks(summary)),
    ...(elsewhere > 0 ? [paragraph(others)] : []),
    ...(actions.length === 0 ? [] : [heading(2, "Risks"), ...riskBlocks(summary)]),
    ...(costLines.length + benefitLines.length === 0
      ? []
      : [
          heading(2, "Cost and benefit"),
          paragraph(
            "Of the actions above, each counted whole even where it serves other care settings as well. The kinds of benefit are never added together.",
          ),
          ...moneyBlocks(summary),
        ]),
  ];
}

/** "Test restores twice a year: Head of infrastructure, by 31 October 2026. Late". */
export function actionInWords(action: SummaryAction): string {
  return `${action.title}: ${action.ownerTitle}, by ${dayInWords(action.dueOn)}. ${standingName(action)}`;
}
