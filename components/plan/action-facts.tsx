import { SummaryList } from "@/components/nhs/summary-list";
import { phaseName, type PlannedAction } from "@/lib/plan/action";
import { datesInWords, dayInWords, riskInFigures, standingInWords } from "@/lib/report/plan-words";
import { ActionStandingTag } from "./plan-table";

type Props = {
  action: PlannedAction;
  today: string;
  /** Who is asked to finish it; null where nobody is named, or not to this reader. */
  ownerName: string | null;
};

/** What an action is, whose, when, and what could go wrong. */
export function ActionFacts({ action, today, ownerName }: Props) {
  const { description, ownerTitle, phase, risk, endedReason, finishedOn, dueOn } = action;
  return (
    <SummaryList
      rows={[
        { key: "Status", value: <ActionStandingTag standing={standingInWords(action, today)} /> },
        ...(endedReason
          ? [{ key: "Why it was ended", value: <span className="app-typed">{endedReason}</span> }]
          : []),
        { key: "When", value: datesInWords(action) },
        ...(finishedOn ? [{ key: "Was due", value: dayInWords(dueOn) }] : []),
        { key: "Phase", value: phaseName(phase) },
        { key: "Who answers for it", value: ownerTitle },
        ...(ownerName ? [{ key: "Who is asked to finish it", value: ownerName }] : []),
        ...(description
          ? [{ key: "More about it", value: <span className="app-typed">{description}</span> }]
          : []),
        {
          key: "Risk",
          value: risk ? (
            <>
              <span className="app-typed">{risk.text}</span>
              <span className="block text-secondary">{riskInFigures(risk)}</span>
            </>
          ) : (
            "None stated"
          ),
        },
        { key: "Its costs allow for", value: allowanceInWords(action) },
      ]}
    />
  );
}

function allowanceInWords({ optimismPercent, noDoubleRunning, costs }: PlannedAction): string {
  const optimism =
    optimismPercent === null
      ? "No optimism adjustment is stated"
      : `An optimism adjustment of ${optimismPercent}%`;
  if (costs.some(({ doubleRunning }) => doubleRunning))
    return `${optimism}. Double running is among its costs.`;
  return `${optimism}. ${noDoubleRunning ? "No double running is needed." : "Double running is not stated."}`;
}
