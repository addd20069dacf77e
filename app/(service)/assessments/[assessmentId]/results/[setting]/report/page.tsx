import type { Metadata } from "next";
import { ReportLogo } from "@/components/report/report-logo";
import { PaperBlocks } from "@/components/report/paper-blocks";
import { ReportAppendix } from "@/components/results/report-appendix";
import { ReportFindings } from "@/components/results/report-findings";
import { ReportPriorities } from "@/components/results/report-priorities";
import { ReportRouteSection } from "@/components/results/report-route-section";
import { ReportScores } from "@/components/results/report-scores";
import { SentenceList } from "@/components/results/sentence-list";
import { MarkedPages } from "@/components/results/marked-pages";
import { ReportChoiceForm } from "@/components/results/report-choice-form";
import { ReportDownloads } from "@/components/results/report-downloads";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { SummaryList } from "@/components/nhs/summary-list";
import { may } from "@/lib/access/policy";
import { resultsPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { gapPlanBlocks } from "@/lib/report/gap-paper-plan";
import {
  choiceAsked,
  type ChoiceQuery,
  choiceSearch,
  type ReportPart,
  WHOLE_REPORT,
} from "@/lib/report/report-choice";
import { ResultFrame } from "../result-frame";
import { loadReport, reportTitle } from "./load-report";

type Props = {
  params: Promise<{ assessmentId: string; setting: string }>;
  searchParams: Promise<ChoiceQuery>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const title = await reportTitle(assessmentId, setting);
  return { title: choiceAsked(await searchParams) ? title : `Error: ${title}` };
}

const NO_PART = "Choose at least one part of the report";

/** The gap report to read, print and hand on: everything that the files hold, in the order a board reads. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { assessmentId, setting } = await params;
  const asked = choiceAsked(await searchParams);
  const choice = asked ?? WHOLE_REPORT;
  const { loaded, report } = await loadReport(assessmentId, setting, choice);
  const { organisation, framework, engineVersion, status, leftOut, preparer } = report;
  const path = resultsPath(assessmentId, setting, "report");
  const mayPlan = may(loaded.user, "see the plan", loaded.assessment.organisationId);
  const has = (part: ReportPart) => report.parts.has(part);

  return (
    <ResultFrame
      loaded={loaded}
      page="report"
      heading={`Gap report: ${report.setting.name}`}
      errors={!asked && <ErrorSummary errors={[{ text: NO_PART, href: "#include" }]} />}
    >
      <div className="print:hidden">
        <ReportDownloads path={path} search={choiceSearch(choice)} />
        <ReportChoiceForm
          path={path}
          choice={choice}
          may={{ notes: loaded.serving !== null, sensitive: loaded.showSensitive, plan: mayPlan }}
          error={asked ? undefined : NO_PART}
        />
      </div>
      <MarkedPages marking={report.marking}>
        {preparer?.logo && <ReportLogo name={preparer.name} logo={preparer.logo} />}
        <SummaryList
          rows={[
            { key: "Organisation", value: `${organisation.name} (${organisation.odsCode})` },
            { key: "Care setting", value: report.setting.name },
            { key: "Round", value: report.round },
            { key: "Status", value: status },
            { key: "Made on", value: dateInWords(report.madeOn) },
            ...(preparer ? [{ key: "Prepared by", value: preparer.name }] : []),
            {
              key: "Framework",
              value: `${framework.title}, version ${framework.version}${framework.status === "draft" ? ", draft" : ""}`,
            },
            { key: "Scoring rules", value: `Version ${engineVersion}` },
          ]}
        />
        {leftOut > 0 && (
          <p>
            {leftOut} sensitive {leftOut === 1 ? "capability is" : "capabilities are"} counted in the scores
            and left out of this copy.
          </p>
        )}

        {has("summary") && (
          <>
            <h2 className="nhsuk-heading-l">Summary</h2>
            <SentenceList sentences={report.summary} />
          </>
        )}

        {has("position") && (
          <>
            <h2 className="nhsuk-heading-l">What holds it there</h2>
            <SentenceList sentences={report.heldBy} empty="Nothing: this is the highest stage there is." />
            <h2 className="nhsuk-heading-l">Scores</h2>
            <ReportScores report={report} />
          </>
        )}

        {has("priorities") && (
          <>
            <h2 className="nhsuk-heading-l">Gaps by priority</h2>
            <ReportPriorities gaps={report.gaps} />
          </>
        )}

        {has("findings") && (
          <>
            <h2 className="nhsuk-heading-l">Findings</h2>
            {report.dimensions.map((dimension) => (
              <ReportFindings key={dimension.dimension.id} report={report} dimension={dimension} />
            ))}
          </>
        )}

        {has("route") && (
          <>
            <h2 className="nhsuk-heading-l">Shortest way to the next stage</h2>
            <ReportRouteSection framework={framework} route={report.route} answerHref={loaded.answerHref} />
          </>
        )}

        {has("plan") && report.plan && (
          <>
            <h2 className="nhsuk-heading-l">Actions, cost and benefit</h2>
            <PaperBlocks blocks={gapPlanBlocks(report.plan)} />
          </>
        )}

        {has("method") && (
          <>
            <h2 className="nhsuk-heading-l">How the figures come about</h2>
            <SentenceList sentences={report.method} />
          </>
        )}

        {has("appendix") && (
          <>
            <h2 className="nhsuk-heading-l">Appendix: every answer</h2>
            {report.dimensions.map((dimension) => (
              <ReportAppendix key={dimension.dimension.id} dimension={dimension} />
            ))}
          </>
        )}
      </MarkedPages>
    </ResultFrame>
  );
}
