import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import { ladder } from "@/lib/charts/ladder";
import type { Capability } from "@/lib/framework/schema";
import type { DimensionFindings, Finding } from "@/lib/report/findings";
import { levelInFigures } from "@/lib/report/level-words";
import { AnswerLink } from "./answer-link";
import { CriteriaList } from "./criteria-list";
import { Drawing } from "./drawing";

type Props = {
  found: DimensionFindings;
  /** The dimension's score as it is shown everywhere. */
  score: string | null;
  answerHref: (capability: Capability) => string | null;
};

/** One dimension: the level of each capability, what is missing for the next, and the ladder they stand on. */
export function DimensionLevels({ found, score, answerHref }: Props) {
  const { dimension, findings, notApplicable, hidden } = found;
  const rows = [
    ...findings.map((finding) => rowOf(finding, answerHref)),
    ...notApplicable.map(({ capability, title, reason }) => ({
      id: capability.id,
      cells: [
        <AnswerLink key="name" href={answerHref(capability)}>
          {title}
        </AnswerLink>,
        "Does not apply",
        reason,
      ],
    })),
  ];
  return (
    <section id={dimension.id} aria-labelledby={`${dimension.id}-heading`}>
      <h3 className="nhsuk-heading-m" id={`${dimension.id}-heading`}>
        {dimension.number}. {dimension.name}
        {score && `: ${score}`}
        <span className="nhsuk-caption-m nhsuk-caption--bottom">{dimension.subtitle}</span>
      </h3>
      <Table
        caption={`Levels in ${dimension.name}`}
        columns={[{ header: "Capability" }, { header: "Level" }, { header: "For the next level" }]}
        rows={rows}
        captionSize="s"
      />
      {hidden > 0 && (
        <p>
          {hidden} sensitive {hidden === 1 ? "capability is" : "capabilities are"} counted in the score and
          not shown here.
        </p>
      )}
      {findings.length > 0 && (
        <Drawing
          id={`${dimension.id}-ladder`}
          caption={`${dimension.name}: the ladder`}
          summary="The level of each capability from 1 to 5. The table above has the figures."
          draw={(options) =>
            ladder(
              findings.map(({ title, low, high }) => ({ label: title, low, high })),
              options,
            )
          }
        />
      )}
    </section>
  );
}

function rowOf(finding: Finding, answerHref: Props["answerHref"]) {
  const { capability, title, gate, carriedForward, notKnown, next, missing } = finding;
  return {
    id: capability.id,
    cells: [
      <span key="name" id={capability.id}>
        <AnswerLink href={answerHref(capability)}>{title}</AnswerLink>{" "}
        {gate && <Tag colour="purple">Safeguard</Tag>}{" "}
        {carriedForward && <Tag colour="yellow">To confirm</Tag>}
      </span>,
      <strong key="level">{levelInFigures(finding)}</strong>,
      <span key="next">
        {next === null ? (
          "The highest level"
        ) : (
          <Details
            summary={`${missing.length} ${missing.length === 1 ? "criterion" : "criteria"} for level ${next}`}
          >
            <CriteriaList criteria={missing} />
          </Details>
        )}
        {notKnown > 0 && <span className="text-secondary">{notKnown} not known</span>}
      </span>,
    ],
  };
}
