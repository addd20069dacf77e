import { reportSeenBy } from "@/app/(service)/assessments/[assessmentId]/results/[setting]/report/load-report";
import { reportFile } from "@/app/(service)/assessments/[assessmentId]/results/[setting]/report/report-file";
import { noQuery } from "@/lib/exchange/api/schemas";
import { readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";
import { isReportFormat } from "@/lib/report/file-name";

type Params = { assessmentId: string; setting: string; format: string };

/** The gap report of one care setting as a file, the very one its page offers. */
export const GET = apiRoute<Params>("export", async ({ request, user, params }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const { assessmentId, setting, format } = params;
  if (!isReportFormat(format)) return notThere(request);
  const report = await reportSeenBy(user, assessmentId, setting);
  return (report && (await reportFile(report, format))) ?? notThere(request);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
