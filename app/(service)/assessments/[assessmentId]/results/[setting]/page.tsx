import type { Metadata } from "next";
import { overviewPath } from "@/components/framework/addresses";
import { asMarkup } from "@/components/markup/as-markup";
import { ControlledScore } from "@/components/results/controlled-score";
import { DimensionLevels } from "@/components/results/dimension-levels";
import { DimensionScores } from "@/components/results/dimension-scores";
import { HeldByList } from "@/components/results/held-by-list";
import { LensScores } from "@/components/results/lens-scores";
import { ResultHeadline } from "@/components/results/result-headline";
import { SentenceList } from "@/components/results/sentence-list";
import { SurenessList } from "@/components/results/sureness-list";
import { ViewSpreads } from "@/components/results/view-spreads";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath, workingPath } from "@/lib/http/addresses";
import { findingsOf } from "@/lib/report/findings";
import { groupingOf } from "@/lib/report/grouping";
import { lensesOf, lensView } from "@/lib/report/lens-groups";
import { nextStage } from "@/lib/report/next-stage";
import { sameAgain } from "@/lib/report/same-again";
import { dimensionInFigures, overallInFigures, stageInWords, stageName } from "@/lib/report/stage-words";
import { surenessOf } from "@/lib/report/sureness";
import { type LoadedContext, loadResultInContext } from "./load-context";
import { answerHrefOf, type LoadedResult } from "./load-result";
import { type Framed, ResultFrame } from "./result-frame";

type Props = { params: Promise<{ assessmentId: string; setting: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const { assessment, framework } = await loadResultInContext(assessmentId, setting);
  return {
    title: `Results: ${settingName(framework, setting)}, ${assessment.round}, ${assessment.organisation.name}`,
  };
}

/** Where one care setting stands, what holds it there, and the answers that make every figure. */
export default async function ResultsPage({ params }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResultInContext(assessmentId, asked);
  const { assessment, serving } = loaded;
  return drawn({
    assessment: {
      id: assessment.id,
      round: assessment.round,
      state: assessment.state,
      careSettings: assessment.careSettings,
      organisation: assessment.organisation,
    },
    framework: loaded.framework,
    setting: loaded.setting,
    result: loaded.result,
    answers: loaded.answers,
    evidenced: loaded.evidenced,
    signedOff: loaded.signedOff,
    serving:
      serving && new Map([...serving].map(([id, { scope, confidence }]) => [id, { scope, confidence }])),
    showSensitive: loaded.showSensitive,
    mayNot: loaded.mayNot,
    reviewer: loaded.reviewer,
    looks: loaded.looks,
    spreads: loaded.spreads,
  });
}

type Shown = Framed &
  LoadedContext &
  Pick<LoadedResult, "result" | "answers" | "evidenced" | "signedOff" | "showSensitive"> & {
    assessment: Pick<LoadedResult["assessment"], "state">;
    serving: ReadonlyMap<string, Pick<StoredAnswer, "scope" | "confidence">> | null;
  };

/** The same for all who are shown the same, so it is drawn once (decision 0044). */
const drawn = sameAgain((shown: Shown) => asMarkup(<Results {...shown} />), 50);

function Results(shown: Shown) {
  const { assessment, framework, setting, result, signedOff, serving, showSensitive } = shown;
  const { reviewer, looks, spreads } = shown;
  const assessmentId = assessment.id;
  const answerHref = answerHrefOf(assessmentId, setting, serving);
  const view = { framework, setting, result, showSensitive, answerHref };
  const next = nextStage(framework, result);
  const sureness = surenessOf(shown, serving);
  const findings = findingsOf(shown, { showSensitive });
  const pillars = lensesOf(framework).find(({ id }) => id === groupingOf(framework).lens);
  const workingHref = (dimensionId: string) => workingPath(assessmentId, setting, dimensionId);

  return (
    <ResultFrame loaded={shown} page="results" heading={`Results: ${settingName(framework, setting)}`}>
      <ControlledScore framework={framework} result={result} href="#pillars" />
      <ResultHeadline
        framework={framework}
        result={result}
        completeness={sureness}
        state={assessment.state}
        signedOff={signedOff}
        href="#dimensions"
      />

      <h2 className="nhsuk-heading-l" id="held-by">
        {next
          ? `What stands between ${stageName(framework, result.stage.low)} and ${next.name}`
          : "What holds it here"}
      </h2>
      {!result.stage.final && <p>What is not answered yet counts as not met.</p>}
      <HeldByList {...view} />

      <h2 className="nhsuk-heading-l" id="dimensions">
        Dimensions
      </h2>
      <p>
        The overall score is the mean of the dimensions, each counted once. Each opens how it comes about.
        {reviewer &&
          ` At the levels of reviewers, where they differ, it would be ${overallInFigures(reviewer.result)}, and the stage ${stageInWords(framework, reviewer.result)}.`}
      </p>
      <DimensionScores
        setting={setting}
        framework={framework}
        result={result}
        name={assessment.round}
        reviewed={reviewer?.result ?? null}
        workingHref={workingHref}
      />

      {pillars && (
        <>
          <h2 className="nhsuk-heading-l" id="pillars">
            {pillars.heading}
          </h2>
          <LensScores
            lens={pillars}
            groups={lensView(framework, setting, result, pillars.id, { showSensitive }).groups}
            memberHref={({ capability }) => answerHref(capability) ?? `#${capability.id}`}
          />
        </>
      )}
      <p>
        <a className="nhsuk-link" href={resultsPath(assessmentId, setting, "lenses")}>
          The same answers through other lenses
        </a>
      </p>
      {serving && pillars?.id === "wgll" && (
        <p>
          <a className="nhsuk-link" href={`${resultsPath(assessmentId, setting)}/dma`}>
            Prepare for the DMA: answers, notes and evidence by pillar
          </a>
        </p>
      )}

      <h2 className="nhsuk-heading-l" id="sure">
        How sure this is
      </h2>
      <SurenessList sureness={sureness} />
      {looks.length > 0 && (
        <>
          <h3 className="nhsuk-heading-m">Worth a second look</h3>
          <SentenceList sentences={looks} />
        </>
      )}

      {spreads.length > 0 && <ViewSpreads assessmentId={assessmentId} spreads={spreads} />}

      <h2 className="nhsuk-heading-l" id="capabilities">
        Every capability
      </h2>
      {findings.map((found) => (
        <DimensionLevels
          key={found.dimension.id}
          found={found}
          score={found.bounds && dimensionInFigures(framework, result, found.bounds)}
          answerHref={answerHref}
          workingHref={workingHref(found.dimension.id)}
          reviewer={reviewer?.levels}
        />
      ))}
      <p>
        Made from{" "}
        <a
          className="nhsuk-link"
          href={overviewPath({ id: framework.id, version: framework.version, setting })}
        >
          {framework.title}, version {framework.version}
        </a>
        .
      </p>
    </ResultFrame>
  );
}
