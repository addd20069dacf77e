import { Table } from "@/components/nhs/table";
import { planPath } from "@/lib/http/addresses";
import { standingName } from "@/lib/plan/action";
import { poundsInWords } from "@/lib/plan/money-words";
import type { BoardPlan } from "@/lib/report/board-plan";
import { dateInWords } from "@/lib/report/dates";

type Props = { plan: BoardPlan; odsCode: string; linked: boolean };

/** The plan on a page and its risks: owners by job title, status in words, the worst risk first. */
export function BoardPlanView({ plan, odsCode, linked }: Props) {
  const { phases, risks, money, hidden } = plan;
  const actions = phases.flatMap(({ name, actions: inPhase }) =>
    inPhase.map((action) => ({ ...action, phase: name })),
  );
  const unfunded = money?.unfunded.reduce((sum, { pounds }) => sum + pounds, 0) ?? 0;
  return (
    <section aria-labelledby="plan-heading">
      <h2 className="nhsuk-heading-l" id="plan-heading">
        Plan on a page
      </h2>
      <Table
        caption="Actions by phase"
        columns={["Action", "Phase", "Owner", "Due", "Status"].map((header) => ({ header }))}
        rows={actions.map(({ id, title, phase, ownerTitle, dueOn, status, late }) => ({
          id,
          cells: [title, phase, ownerTitle, dateInWords(new Date(dueOn)), standingName({ status, late })],
        }))}
        empty="No action is planned yet."
      />
      {hidden > 0 && (
        <p>
          {hidden} {hidden === 1 ? "action is" : "actions are"} about sensitive capabilities and not shown
          here.
        </p>
      )}
      {unfunded > 0 && (
        <p>
          {poundsInWords(unfunded)} of the plan’s costs have no funding yet. This is before any optimism
          adjustment, which allows for work that costs more than expected.
        </p>
      )}
      {risks.length > 0 && (
        <Table
          caption="Risks of open actions, the worst first: likelihood × impact, each from 1 to 5"
          columns={["Risk", "Action", "Owner", "Rating"].map((header) => ({ header }))}
          rows={risks.map(({ actionId, action, ownerTitle, text, likelihood, impact, score }) => ({
            id: actionId,
            cells: [text, action, ownerTitle, `${likelihood} × ${impact} = ${score}`],
          }))}
        />
      )}
      {linked && (
        <p className="print:hidden">
          <a className="nhsuk-link" href={planPath(odsCode)}>
            Open the plan
          </a>
        </p>
      )}
    </section>
  );
}
