import { Figure } from "@/components/charts/figure";
import { partPath } from "@/components/framework/addresses";
import { ButtonLink } from "@/components/nhs/button";
import { Card } from "@/components/nhs/card";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { nameIn } from "@/lib/framework/wording";
import { scoreInFigures, stageInWords } from "@/lib/report/stage-words";
import { estimate, lookAtFirst, type Chosen, type EstimatedDimension } from "@/lib/scoring/estimate";
import { checkAddress } from "../addresses";
import type { Question } from "../questions";
import { rangeChart } from "../range-chart";

type Props = {
  full: Framework;
  setting: CareSetting;
  questions: readonly Question[];
  chosen: Chosen;
  signedIn: boolean;
};

/** The estimate: stage and score as ranges, each dimension, what to look at first, and where to go from here. */
export function EstimateView({ full, setting, questions, chosen, signedIn }: Props) {
  const found = estimate(full, setting, chosen);
  const first = lookAtFirst(found.dimensions, 3);
  const gates = found.dimensions.reduce((sum, dimension) => sum + dimension.gates.length, 0);
  const place = { id: full.id, version: full.version, setting };
  return (
    <>
      <PageHeading caption={`Rapid check · ${settingName(full, setting)}`}>Your estimate</PageHeading>
      <Card>
        <p className="nhsuk-u-margin-bottom-1">Stage, estimated</p>
        <p className="nhsuk-heading-l nhsuk-u-margin-bottom-3">
          {stageInWords(full, { stage: { ...found.stage, final: false } })}
        </p>
        <p className="nhsuk-u-margin-bottom-1">Overall score, estimated</p>
        <p className="nhsuk-heading-m nhsuk-u-margin-bottom-0">{scoreInFigures(found.overall)} out of 5</p>
      </Card>
      <InsetText>
        <p>
          This is an estimate from {questions.length} answers. Do not report it as a score. It takes each
          answer to be right within one level either way, and the safeguards of each dimension to lie in the
          same range.
        </p>
      </InsetText>
      <p>
        A stage needs more than a good average: every dimension and each of the {gates} safeguards must be
        high enough. That is why the stage can be lower than the score suggests.
      </p>

      <Figure
        id="dimensions"
        caption="Where each dimension probably lies"
        summary={summaryOf(found.dimensions, full)}
        draw={(options) =>
          rangeChart(
            found.dimensions.map((dimension) => ({ ...dimension, label: labelOf(dimension, full) })),
            options,
          )
        }
        table={
          <Table
            caption="Where each dimension probably lies"
            columns={[
              { header: "Dimension" },
              { header: "Level you chose", numeric: true },
              { header: "Range", numeric: true },
              { header: "Safeguards in it", numeric: true },
            ]}
            rows={found.dimensions.map((dimension) => ({
              id: dimension.id,
              cells: [
                labelOf(dimension, full),
                dimension.chosen ?? "None",
                `${dimension.low} to ${dimension.high}`,
                dimension.gates.length,
              ],
            }))}
          />
        }
      />

      <h2 className="nhsuk-heading-l">
        {first.length === 3 ? "Three things to look at first" : "What to look at first"}
      </h2>
      {first.length > 0 ? (
        <p>
          Your lowest answers. Where answers are equal, the dimension with more safeguards comes first, then
          the order of the framework.
        </p>
      ) : (
        <p>
          You chose the highest sentence for every dimension. Very few trusts are there: look for the evidence
          first, in the full assessment.
        </p>
      )}
      <ol className="nhsuk-list nhsuk-list--number">
        {first.map((dimension) => (
          <First
            key={dimension.id}
            label={labelOf(dimension, full)}
            dimension={dimension}
            hint={hintFor(dimension, questions)}
            setting={setting}
            href={partPath(place, "dimensions", dimension.id)}
          />
        ))}
      </ol>

      <h2 className="nhsuk-heading-l">What next</h2>
      <p>
        The full assessment asks what each dimension is made of, with evidence, and shows what holds the trust
        where it is. You can carry these answers into it: they fill in what nobody has answered, to be
        confirmed one by one.
      </p>
      <ButtonLink href={checkAddress("/carry", chosen, questions, setting)}>
        {signedIn ? "Carry this into a full assessment" : "Sign in to carry this into a full assessment"}
      </ButtonLink>
      <ul className="nhsuk-list">
        <li>
          <Link href={checkAddress("/assessment.json", chosen, questions, setting)}>
            Download your answers as an assessment document (JSON)
          </Link>
        </li>
        <li>
          <Link href={checkAddress("", chosen, questions, setting)}>Change your answers</Link>
        </li>
        <li>
          <Link href={partPath(place, "dimensions", full.dimensions[0]?.id ?? "")}>
            Read the questions of the full assessment
          </Link>
        </li>
      </ul>
      <p>
        To keep this estimate, keep the web address of this page. To print it, use your browser’s print
        command.
      </p>
    </>
  );
}

function First({
  label,
  dimension,
  hint,
  setting,
  href,
}: {
  label: string;
  dimension: EstimatedDimension;
  hint: string | undefined;
  setting: CareSetting;
  href: string;
}) {
  const { chosen, gates } = dimension;
  return (
    <li>
      <Link href={href}>{label}</Link>: you chose level {chosen}.
      {hint && (
        <p className="nhsuk-u-margin-bottom-2">
          To reach level {(chosen ?? 1) + 1}: {hint}
        </p>
      )}
      {gates.length > 0 && (
        <p>
          It holds {gates.length === 1 ? "the safeguard" : "the safeguards"}{" "}
          {gates.map((gate) => `${gate.number} ${nameIn(gate, setting)}`).join("; ")}.
        </p>
      )}
    </li>
  );
}

function hintFor({ id, chosen }: EstimatedDimension, questions: readonly Question[]): string | undefined {
  if (chosen === null || chosen === 5) return undefined;
  return questions.find(({ dimension }) => dimension === id)?.hints.get((chosen + 1) as Level);
}

function labelOf({ id }: EstimatedDimension, full: Framework): string {
  const dimension = full.dimensions.find((one) => one.id === id);
  return dimension ? `${dimension.number} ${dimension.name}` : id;
}

function summaryOf(dimensions: readonly EstimatedDimension[], full: Framework): string {
  const levels = dimensions.flatMap(({ chosen }) => chosen ?? []);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  if (lowest === highest)
    return `You chose level ${lowest} for every dimension. Each bar shows where it may really lie.`;
  const at = (level: number) =>
    new Intl.ListFormat("en-GB").format(
      dimensions.filter(({ chosen }) => chosen === level).map((dimension) => labelOf(dimension, full)),
    );
  return `Highest: ${at(highest)} at level ${highest}. Lowest: ${at(lowest)} at level ${lowest}. Each bar shows where a dimension may really lie.`;
}
