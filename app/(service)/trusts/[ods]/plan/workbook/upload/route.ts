import { may } from "@/lib/access/policy";
import { currentUser } from "@/lib/auth/current-user";
import { organisationByCode } from "@/lib/data/organisations";
import { uploadPlan } from "@/lib/data/plan-workbooks";
import { LARGEST_WORKBOOK } from "@/lib/exchange/read-workbook";
import { planPath, planUploadPath } from "@/lib/http/addresses";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { notTaken } from "@/lib/http/not-taken";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { seeOther } from "@/lib/http/see-other";
import { uploadedFiles, type UploadProblem } from "@/lib/http/uploaded-files";
import { planProblem } from "../plan-problems";

type Context = { params: Promise<{ ods: string }> };

const named: Readonly<Record<UploadProblem, string>> = {
  none: "none",
  many: "files",
  large: "oversize",
  slow: "slow",
  unread: "unread",
};

/** Takes a workbook of the plan and leads to what it would change. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const { ods } = await params;
  return whileDatabaseAnswers("The workbook cannot be read just now", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in first");
    // Before anything is read: whoever may not plan learns nothing here, and sends nothing.
    const trust = await organisationByCode(user, ods);
    if (!trust || !may(user, "plan", trust.id)) return problem(404, "There is no such page");
    const path = planPath(trust.odsCode, "workbook");
    const files = await uploadedFiles(request, "file", { largest: LARGEST_WORKBOOK, most: 1 });
    const refuse = (reason: string) => notTaken(request, { page: path, reason, words: planProblem(reason) });
    if (typeof files === "string") return refuse(named[files]);
    const [file] = files;
    if (!file) return refuse("none");
    const outcome = await uploadPlan(user, trust.id, file, new Date());
    switch (outcome.kind) {
      case "kept":
        return seeOther(planUploadPath(trust.odsCode, outcome.id));
      case "refused":
        return refuse(outcome.reason);
      case "no_round":
        return refuse("no_round");
      case "not_found":
        return problem(404, "There is no such page");
    }
  });
}
