import { Table } from "@/components/nhs/table";
import { actionPath } from "@/lib/http/addresses";
import type { SummaryRisk } from "@/lib/plan/plan-summary";

type Props = { odsCode: string; risks: readonly SummaryRisk[] };

const scale = [1, 2, 3, 4, 5];

/** The risks of what is still to be done: in a square of likelihood by impact, and in words, worst first. */
export function RiskSquare({ odsCode, risks }: Props) {
  if (risks.length === 0) return null;
  const at = (likelihood: number, impact: number) =>
    risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
  return (
    <>
      <h2 className="nhsuk-heading-l">Risks</h2>
      <Table
        caption="Risks, worst first"
        columns={[
          { header: "Risk" },
          { header: "Action" },
          { header: "Likelihood", numeric: true },
          { header: "Impact", numeric: true },
          { header: "Score", numeric: true },
        ]}
        rows={risks.map((risk) => ({
          id: risk.actionId,
          cells: [
            risk.text,
            <a key="action" className="nhsuk-link" href={actionPath(odsCode, risk.actionId)}>
              {risk.action}
            </a>,
            risk.likelihood,
            risk.impact,
            risk.score,
          ],
        }))}
      />
      <Table
        caption="How many risks stand where: likelihood down, impact across"
        layout="scroll"
        columns={[
          { header: "Likelihood" },
          ...scale.map((impact) => ({ spoken: "Impact", header: String(impact), numeric: true })),
        ]}
        rows={scale.toReversed().map((likelihood) => ({
          id: String(likelihood),
          cells: [String(likelihood), ...scale.map((impact) => at(likelihood, impact) || "–")],
        }))}
      />
    </>
  );
}
