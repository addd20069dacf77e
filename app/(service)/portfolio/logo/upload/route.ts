import { currentUser } from "@/lib/auth/current-user";
import { consultancyOf, keepReportLogo, reportLogo } from "@/lib/data/report-logo";
import { reportLogoPath } from "@/lib/http/addresses";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { notTaken } from "@/lib/http/not-taken";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { seeOther } from "@/lib/http/see-other";
import { uploadedFiles } from "@/lib/http/uploaded-files";
import { LARGEST_LOGO, readLogo } from "@/lib/report/logo-picture";
import { logoProblem } from "../logo-problems";

/** Takes a logo, draws it anew and keeps that. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  return whileDatabaseAnswers("The picture cannot be kept just now", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in first");
    // Before anything is read: whoever may not set a logo sends nothing.
    const consultancy = consultancyOf(user);
    const before = consultancy && (await reportLogo(user, consultancy.organisationId));
    if (!before) return problem(404, "There is no such page");
    const files = await uploadedFiles(request, "file", { largest: LARGEST_LOGO, most: 1 });
    const refuse = (reason: string) =>
      notTaken(request, { page: reportLogoPath, reason, words: logoProblem(reason) });
    if (typeof files === "string") return refuse(files);
    const [file] = files;
    if (!file) return refuse("none");
    if (file.bytes.length > LARGEST_LOGO) return refuse("large");
    const logo = readLogo(Buffer.from(file.bytes));
    if (typeof logo === "string") return refuse(logo);
    const outcome = await keepReportLogo(user, consultancy.organisationId, before.version, logo);
    if (outcome === "not_found") return problem(404, "There is no such page");
    return outcome === "kept" ? seeOther(`${reportLogoPath}?done=kept`) : refuse("stale");
  });
}
