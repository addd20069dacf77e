import type { Metadata } from "next";
import { ReportAppendix } from "@/components/results/report-appendix";
import { ReportFindings } from "@/components/results/report-findings";
import { ReportRouteSection } from "@/components/results/report-route-section";
import { ReportScores } from "@/components/results/report-scores";
import { SentenceList } from "@/components/results/sentence-list";
import { SummaryList } from "@/components/nhs/summary-list";
import { resultsPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { ResultFrame } from "../result-frame";
import { loadReport } from "./load-report";

type Props = { params: Promise<{ assessmentId: string; setting: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  return { title: (await loadReport(assessmentId, setting)).report.title };
}

/** The gap report to read, print and hand on: everything that the files hold, in the order a board reads. */
export default async function ReportPage({ params }: Props) {
  const { assessmentId, setting } = await params;
  const { loaded, report } = await loadReport(assessmentId, setting);
  const { organisation, framework, engineVersion, status, leftOut } = report;
  const path = resultsPath(assessmentId, setting, "report");

  return (
    <ResultFrame loaded={loaded} page="report" heading={`Gap report: ${report.setting.name}`}>
      <p className="print:hidden">
        Print this page from your browser, or download it:{" "}
        <a className="nhsuk-link" href={`${path}.docx`}>
          Word
        </a>
        {", "}
        <a className="nhsuk-link" href={`${path}.pdf`}>
          PDF
        </a>
        {", "}
        <a className="nhsuk-link" href={`${path}.xlsx`}>
          Excel
        </a>
        {", "}
        <a className="nhsuk-link" href={`${path}.csv`}>
          CSV
        </a>
        .
      </p>
      <SummaryList
        rows={[
          { key: "Organisation", value: `${organisation.name} (${organisation.odsCode})` },
          { key: "Care setting", value: report.setting.name },
          { key: "Round", value: report.round },
          { key: "Status", value: status },
          { key: "Made on", value: dateInWords(report.madeOn) },
          {
            key: "Framework",
            value: `${framework.title}, version ${framework.version}${framework.status === "draft" ? ", draft" : ""}`,
          },
          { key: "Engine", value: `Version ${engineVersion}` },
        ]}
      />
      {leftOut > 0 && (
        <p>
          {leftOut} sensitive {leftOut === 1 ? "capability is" : "capabilities are"} counted in the scores and
          left out of this copy.
        </p>
      )}

      <h2 className="nhsuk-heading-l">Summary</h2>
      <SentenceList sentences={report.summary} />

      <h2 className="nhsuk-heading-l">What holds it there</h2>
      <SentenceList sentences={report.heldBy} empty="Nothing: this is the highest stage there is." />

      <h2 className="nhsuk-heading-l">Scores</h2>
      <ReportScores report={report} />

      <h2 className="nhsuk-heading-l">Findings</h2>
      {report.dimensions.map((dimension) => (
        <ReportFindings key={dimension.dimension.id} report={report} dimension={dimension} />
      ))}

      <h2 className="nhsuk-heading-l">Shortest way to the next stage</h2>
      <ReportRouteSection framework={framework} route={report.route} answerHref={loaded.answerHref} />

      <h2 className="nhsuk-heading-l">How the figures come about</h2>
      <SentenceList sentences={report.method} />

      <h2 className="nhsuk-heading-l">Appendix: every answer</h2>
      {report.dimensions.map((dimension) => (
        <ReportAppendix key={dimension.dimension.id} dimension={dimension} />
      ))}
    </ResultFrame>
  );
}
