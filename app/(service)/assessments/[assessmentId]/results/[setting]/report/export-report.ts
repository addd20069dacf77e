import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import type { ReportFormat } from "@/lib/report/file-name";
import { choiceOf } from "@/lib/report/report-choice";
import { loadReport } from "./load-report";
import { reportFile } from "./report-file";

type Place = { assessmentId: string; setting: string };

/** The gap report as a file to keep, with what its page was asked to put into it. */
export async function exportReport(
  request: Request,
  { assessmentId, setting }: Place,
  format: ReportFormat,
): Promise<Response> {
  return guardedRoute("The report could not be made just now. Try again", async () => {
    const choice = choiceOf(new URL(request.url).searchParams);
    if (!choice) notFound();
    const file = await reportFile(await loadReport(assessmentId, setting, choice), format);
    if (!file) notFound();
    return file;
  });
}
