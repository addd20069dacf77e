import { gapPaper } from "@/lib/report/gap-paper";
import { pdfOf } from "@/lib/report/paper-pdf";
import { exportReport } from "../report/export-report";

type Context = { params: Promise<{ assessmentId: string; setting: string }> };

/** The gap report as a PDF. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return exportReport(
    request,
    await params,
    "pdf",
    async (report) => new Uint8Array(await pdfOf(gapPaper(report))),
  );
}
