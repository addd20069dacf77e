import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import type { Capability } from "@/lib/framework/schema";
import type { DimensionFindings, Finding } from "@/lib/report/findings";
import { levelInFigures } from "@/lib/report/level-words";
import { AnswerLink } from "./answer-link";
import { LevelStrip } from "./level-strip";
import { MissingCriteria } from "./missing-criteria";

type Props = {
  found: DimensionFindings;
  /** The dimension's score as it is shown everywhere. */
  score: string | null;
  answerHref: (capability: Capability) => string | null;
};

/** One dimension: the level of each capability, drawn as a ladder, and what is missing for the next one. */
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
        caption={`${dimension.name}: level of each capability`}
        columns={[{ header: "Capability" }, { header: "Level" }, { header: "Missing" }]}
        rows={rows}
      />
      {hidden > 0 && (
        <p>
          {hidden} sensitive {hidden === 1 ? "capability is" : "capabilities are"} counted in the score and
          not shown here.
        </p>
      )}
    </section>
  );
}

function rowOf(finding: Finding, answerHref: Props["answerHref"]) {
  const { capability, title, gate, carriedForward, notKnown, next, missing, low, high } = finding;
  return {
    id: capability.id,
    cells: [
      <span key="name" id={capability.id}>
        <AnswerLink href={answerHref(capability)}>{title}</AnswerLink>{" "}
        {gate && <Tag colour="purple">Safeguard</Tag>}{" "}
        {carriedForward && <Tag colour="yellow">To confirm</Tag>}
      </span>,
      <span key="level" className="whitespace-nowrap">
        <strong>{levelInFigures(finding)}</strong> <LevelStrip low={low} high={high} />
      </span>,
      next === null ? (
        "This is the highest level"
      ) : (
        <MissingCriteria key="next" criteria={missing} summary={`for level ${next}`}>
          {notKnown > 0 && <p>{notKnown} of its criteria are not known.</p>}
        </MissingCriteria>
      ),
    ],
  };
}
