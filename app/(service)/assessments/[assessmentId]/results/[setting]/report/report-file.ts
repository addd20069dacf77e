import { noteExport } from "@/lib/data/exports";
import { fileToKeep } from "@/lib/http/file-to-keep";
import { reportFileName, type ReportFormat } from "@/lib/report/file-name";
import { gapPaper } from "@/lib/report/gap-paper";
import type { GapReport } from "@/lib/report/gap-report";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import { reportCsv } from "@/lib/report/report-csv";
import { reportWorkbook } from "@/lib/report/report-workbook";
import type { LoadedReport } from "./load-report";

const writers: Readonly<Record<ReportFormat, (report: GapReport) => Promise<string | Buffer>>> = {
  csv: async (report) => reportCsv(report),
  docx: (report) => wordOf(gapPaper(report)),
  pdf: (report) => pdfOf(gapPaper(report)),
  xlsx: (report) => reportWorkbook(report),
};

/**
 * The gap report as a file: written, noted in the audit record, and never held by a cache. Null where it is not the
 * person's to take.
 */
export async function reportFile(
  { loaded, report }: LoadedReport,
  format: ReportFormat,
): Promise<Response | null> {
  const { user, assessment, signedOff, setting } = loaded;
  const file = await writers[format](report);
  const name = reportFileName(
    {
      odsCode: report.organisation.odsCode,
      setting: report.setting.id,
      round: report.round,
      signedOff: report.signedOff !== null,
      on: report.madeOn,
    },
    format,
  );
  const { organisationId, id: assessmentId } = assessment;
  const noted = await noteExport(user, {
    organisationId,
    kind: "report",
    assessmentId,
    format,
    setting,
    file: name,
    snapshotId: signedOff?.id ?? null,
    sensitive: report.namesSensitive,
  });
  if (!noted) return null;
  return fileToKeep(file, name, format);
}
