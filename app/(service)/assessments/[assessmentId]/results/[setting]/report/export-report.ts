import type { CurrentUser } from "@/lib/access/user";
import { record } from "@/lib/data/audit";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { withTenant } from "@/lib/data/tenant";
import { problem } from "@/lib/http/problem";
import { reportFileName } from "@/lib/report/file-name";
import type { GapReport } from "@/lib/report/gap-report";
import type { LoadedResult } from "../load-result";
import { loadReport } from "./load-report";

type Format = "csv" | "xlsx";
type Place = { assessmentId: string; setting: string };

const types: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The gap report as a file to keep: written, noted in the audit record, and never held by a cache. */
export async function exportReport(
  { assessmentId, setting }: Place,
  format: Format,
  write: (report: GapReport) => Promise<string | Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  try {
    const { loaded, report } = await loadReport(assessmentId, setting);
    const file = await write(report);
    await noteExport(loaded.user, loaded, format);
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
    return new Response(file, {
      headers: {
        "content-type": types[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    return problem(503, "The report could not be made just now. Try again", {}, { "retry-after": "5" });
  }
}

async function noteExport(user: CurrentUser, loaded: LoadedResult, format: Format): Promise<void> {
  const { assessment, setting, signedOff, showSensitive } = loaded;
  await withTenant(user, { write: assessment.organisationId }, (tx) =>
    record(tx, {
      organisationId: assessment.organisationId,
      actorId: user.personId,
      action: "report.exported",
      subject: `assessment:${assessment.id}`,
      detail: { setting, format, snapshot: signedOff?.id ?? null, sensitive: showSensitive },
    }),
  );
}
