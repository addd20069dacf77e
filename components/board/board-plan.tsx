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
          cells: [
            title,
            <Whole key="phase">{phase}</Whole>,
            ownerTitle,
            dateInWords(new Date(dueOn)),
            <Whole key="status">{standingName({ status, late })}</Whole>,
          ],
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
            cells: [
              text,
              action,
              ownerTitle,
              <Whole key="rating">{`${likelihood} × ${impact} = ${score}`}</Whole>,
            ],
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

/** A few words that are read at a glance: one line. */
function Whole({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}
