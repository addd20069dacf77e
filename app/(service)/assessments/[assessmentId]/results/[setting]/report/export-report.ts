import { notFound } from "next/navigation";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { noteExport } from "@/lib/data/exports";
import { reportFileName, type ReportFormat } from "@/lib/report/file-name";
import type { GapReport } from "@/lib/report/gap-report";
import { choiceOf } from "@/lib/report/report-choice";
import { loadReport } from "./load-report";

type Place = { assessmentId: string; setting: string };

const types: Record<ReportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The gap report as a file to keep: written, noted in the audit record, and never held by a cache. */
export async function exportReport(
  request: Request,
  { assessmentId, setting }: Place,
  format: ReportFormat,
  write: (report: GapReport) => Promise<string | Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  return guardedRoute("The report could not be made just now. Try again", async () => {
    const choice = choiceOf(new URL(request.url).searchParams);
    if (!choice) notFound();
    const { loaded, report } = await loadReport(assessmentId, setting, choice);
    const { user, assessment, signedOff } = loaded;
    const file = await write(report);
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
    const { organisationId } = assessment;
    const noted = await noteExport(user, {
      ...{ organisationId, kind: "report", assessmentId, format, setting: loaded.setting, file: name },
      snapshotId: signedOff?.id ?? null,
      sensitive: report.namesSensitive,
    });
    if (!noted) notFound();
    return new Response(file, {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
