import { exportReport } from "../report/export-report";

type Context = { params: Promise<{ assessmentId: string; setting: string }> };

/** The gap report as CSV, one row per capability. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return exportReport(request, await params, "csv");
}
