import type { Metadata } from "next";
import { CapabilityWorking } from "@/components/results/capability-working";
import { notFound } from "@/lib/auth/not-found";
import { resultsPath } from "@/lib/http/addresses";
import { findingsOf } from "@/lib/report/findings";
import { nextStage } from "@/lib/report/next-stage";
import { dimensionInFigures, overallInFigures, stageInWords } from "@/lib/report/stage-words";
import { meanWorking } from "@/lib/report/working";
import { loadResultInContext } from "../../load-context";
import { ResultFrame } from "../../result-frame";

type Props = { params: Promise<{ assessmentId: string; setting: string; dimension: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting, dimension: id } = await params;
  const { assessment, framework } = await loadResultInContext(assessmentId, setting);
  const dimension = framework.dimensions.find((known) => known.id === id);
  return { title: `${dimension?.name ?? "Dimension"}, ${assessment.round}, ${assessment.organisation.name}` };
}

/** How the score of one dimension comes about: criteria to levels, levels to the mean, the mean to the stage. */
export default async function WorkingPage({ params }: Props) {
  const { assessmentId, setting: asked, dimension: id } = await params;
  const loaded = await loadResultInContext(assessmentId, asked);
  const { framework, setting, result, answers, reviewer, showSensitive, answerHref } = loaded;
  const found = findingsOf(loaded, { showSensitive }).find(({ dimension }) => dimension.id === id);
  if (!found) notFound();
  const { dimension, bounds, findings, notApplicable, hidden } = found;
  const mean = hidden === 0 ? meanWorking(findings) : null;
  const next = nextStage(framework, result);
  const score = bounds ? dimensionInFigures(framework, result, bounds) : "does not apply";

  return (
    <ResultFrame loaded={loaded} page="results" heading={`${dimension.number}. ${dimension.name}: ${score}`}>
      <p>
        <a className="nhsuk-link" href={`${resultsPath(assessmentId, setting)}#dimensions`}>
          Back to every dimension
        </a>
      </p>
      {bounds && (
        <>
          <h2 className="nhsuk-heading-m">From levels to the score</h2>
          {mean ? (
            <p>
              The mean of its capabilities: {mean.low}
              {mean.high === mean.low ? "" : ` if nothing open is met, ${mean.high} if all of it is`}. Shown
              as {score}.
            </p>
          ) : (
            <p>
              The mean of its capabilities, {hidden} sensitive {hidden === 1 ? "one" : "ones"} among them that
              are not shown here. Shown as {score}.
            </p>
          )}
          <p>
            The overall score, {overallInFigures(result)}, is the mean of {result.dimensions.length}{" "}
            dimensions, each counted once. The stage is {stageInWords(framework, result)}.
            {next?.dimension &&
              ` ${next.name} needs ${next.dimension.toFixed(1)} in every dimension: ${bounds.low >= next.dimension ? "reached here" : "not reached here"}.`}
          </p>
        </>
      )}
      <h2 className="nhsuk-heading-m">From criteria to levels</h2>
      {findings.map((finding) => (
        <CapabilityWorking
          key={finding.capability.id}
          finding={finding}
          setting={setting}
          answers={answers}
          reviewer={reviewer?.levels.get(finding.capability.id)}
          href={answerHref(finding.capability)}
        />
      ))}
      {notApplicable.map(({ capability, title, reason }) => (
        <p key={capability.id} id={capability.id}>
          {title} does not apply: {reason}
        </p>
      ))}
    </ResultFrame>
  );
}
