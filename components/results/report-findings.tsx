import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { ladder } from "@/lib/charts/ladder";
import { pointsInWords } from "@/lib/report/effort-words";
import { actionInWords } from "@/lib/report/gap-paper-plan";
import type { GapReport, ReportDimension, ReportFinding } from "@/lib/report/gap-report";
import { workingInFigures } from "@/lib/report/gap-sections";
import { levelInFigures } from "@/lib/report/level-words";
import { dimensionInFigures } from "@/lib/report/stage-words";
import { CriteriaList } from "./criteria-list";

type Props = { report: GapReport; dimension: ReportDimension };

/** The findings of one dimension: level, target, priority with its working, and what is missing. */
export function ReportFindings({ report: { framework, result, plan }, dimension: found }: Props) {
  const { dimension, bounds, findings, notApplicable, hidden } = found;
  // "None" would be wrong to say to who may see neither.
  const showsBehind = plan !== null || findings.some(({ evidence }) => evidence.length > 0);
  return (
    <section aria-labelledby={`${dimension.id}-findings`}>
      <h3 className="nhsuk-heading-m" id={`${dimension.id}-findings`}>
        {dimension.number}. {dimension.name}
        {bounds && `: ${dimensionInFigures(framework, result, bounds)}`}
      </h3>
      {findings.length > 0 && (
        <Table
          caption={`Findings in ${dimension.name}`}
          columns={[
            { header: "Capability" },
            { header: "Level" },
            { header: "Target" },
            { header: "Priority" },
            { header: "Missing" },
            ...(showsBehind ? [{ header: "Evidence and actions" }] : []),
          ]}
          rows={findings.map((finding) => rowOf(finding, showsBehind))}
        />
      )}
      {findings.length > 0 && (
        <Figure
          id={`${dimension.id}-ladder`}
          caption={`${dimension.name}: levels and targets`}
          summary="The level of each capability from 1 to 5, and its target as a frame. The table above has the figures."
          width="full"
          draw={(options) =>
            ladder(
              findings.map(({ title, low, high, target }) => ({ label: title, low, high, target })),
              options,
            )
          }
        />
      )}
      {notApplicable.map(({ title, reason }) => (
        <p key={title}>
          {title} does not apply: {reason}
        </p>
      ))}
      {hidden > 0 && <p>{hidden} sensitive, not shown in this copy.</p>}
    </section>
  );
}

function rowOf(finding: ReportFinding, showsBehind: boolean) {
  const { capability, title, gate, target, priority, missing, evidence, actions } = finding;
  return {
    id: capability.id,
    cells: [
      gate ? `${title} (safeguard)` : title,
      levelInFigures(finding),
      target,
      priority ? (
        <>
          {priority.list}, {priority.place}
          <span className="block text-secondary">
            {workingInFigures(priority.gap)} = {priority.gap.value}; effort{" "}
            {pointsInWords(priority.gap.effort)}
          </span>
        </>
      ) : (
        "No gap"
      ),
      missing.length > 0 ? <CriteriaList criteria={missing} /> : "Nothing",
      ...(showsBehind
        ? [<Shown key="shown" evidence={evidence} actions={actions.map(actionInWords)} />]
        : []),
    ],
  };
}

/** What the register has for an answer, and what the plan will do about it. */
function Shown({ evidence, actions }: { evidence: readonly string[]; actions: readonly string[] }) {
  if (evidence.length + actions.length === 0) return "None";
  return [
    { name: "Evidence", items: evidence },
    { name: "Actions", items: actions },
  ].map(
    ({ name, items }) =>
      items.length > 0 && (
        <div key={name}>
          {name}
          <ul className="nhsuk-list nhsuk-list--bullet">
            {items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ul>
        </div>
      ),
  );
}
