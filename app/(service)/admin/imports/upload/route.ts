import { mayAdminister } from "@/lib/access/policy";
import { currentUser } from "@/lib/auth/current-user";
import { previewImport } from "@/lib/data/organisation-imports";
import { LARGEST_EXTRACT } from "@/lib/exchange/ods-extract";
import { adminPath, importPath } from "@/lib/http/addresses";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { notTaken } from "@/lib/http/not-taken";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { seeOther } from "@/lib/http/see-other";
import { uploadedFiles } from "@/lib/http/uploaded-files";
import { importProblem } from "../import-problems";

const MOST_FILES = 2;

/**
 * Takes extracts from the imports page and leads to what they would change. A route and not an action, so that the
 * size is looked at before anything is read.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  return whileDatabaseAnswers("The files cannot be read just now", async () => {
    const user = await currentUser();
    if (!user) return problem(401, "Sign in first");
    if (!mayAdminister(user, "run imports")) return problem(404, "There is no such page");
    const files = await uploadedFiles(request, "files", { largest: LARGEST_EXTRACT, most: MOST_FILES });
    if (typeof files === "string") {
      return notTaken(request, { page: adminPath("imports"), reason: files, words: importProblem(files) });
    }
    const made = await previewImport(user, files, new Date());
    return made ? seeOther(importPath(made.id)) : problem(404, "There is no such page");
  });
}
