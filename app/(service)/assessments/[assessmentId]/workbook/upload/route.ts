import { currentUser } from "@/lib/auth/current-user";
import { workbookWork } from "@/lib/data/answer-workbooks";
import { uploadAnswers } from "@/lib/data/upload-answers";
import { LARGEST_WORKBOOK } from "@/lib/exchange/read-workbook";
import { workbookPath } from "@/lib/http/addresses";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { notTaken } from "@/lib/http/not-taken";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { seeOther } from "@/lib/http/see-other";
import { uploadedFiles, type UploadProblem } from "@/lib/http/uploaded-files";
import { uploadProblem } from "../upload-problems";

type Context = { params: Promise<{ assessmentId: string }> };

const named: Readonly<Record<UploadProblem, string>> = {
  none: "none",
  many: "files",
  large: "oversize",
  slow: "slow",
  unread: "unread",
};

/** Takes a workbook that was filled in and leads to what it would change. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const { assessmentId } = await params;
  const path = workbookPath(assessmentId);
  return whileDatabaseAnswers("The workbook cannot be read just now", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in first");
    // Before anything is read: whoever may not bring answers in learns nothing here, and sends nothing.
    if (!(await workbookWork(user, assessmentId))) return problem(404, "There is no such page");
    const files = await uploadedFiles(request, "file", { largest: LARGEST_WORKBOOK, most: 1 });
    const refuse = (reason: string) =>
      notTaken(request, { page: path, reason, words: uploadProblem(reason) });
    if (typeof files === "string") return refuse(named[files]);
    const [file] = files;
    if (!file) return refuse("none");
    const outcome = await uploadAnswers(user, assessmentId, file, new Date());
    switch (outcome.kind) {
      case "kept":
        return seeOther(workbookPath(assessmentId, outcome.id));
      case "refused":
        return refuse(outcome.reason);
      case "locked":
        return refuse("locked");
      case "not_found":
        return problem(404, "There is no such page");
    }
  });
}
