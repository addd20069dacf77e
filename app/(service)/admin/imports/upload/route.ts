import { mayAdminister } from "@/lib/access/policy";
import { currentUser } from "@/lib/auth/current-user";
import { previewImport } from "@/lib/data/organisation-imports";
import { LARGEST_EXTRACT } from "@/lib/exchange/ods-extract";
import { adminPath, importPath } from "@/lib/http/addresses";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { readBytes } from "@/lib/http/read-body";

/** Two files, and what a browser writes around them. */
const LARGEST_UPLOAD = LARGEST_EXTRACT + 20_000;
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
    const files = await filesIn(request);
    if (typeof files === "string") return back(`${adminPath("imports")}?problem=${files}`);
    const made = await previewImport(user, files, new Date());
    return made ? back(importPath(made.id)) : problem(404, "There is no such page");
  });
}

async function filesIn(request: Request): Promise<{ name: string; bytes: Uint8Array }[] | string> {
  const body = await readBytes(request, LARGEST_UPLOAD);
  if (body === null) return "large";
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  if (!form) return "unread";
  const files = form.getAll("files").filter((one) => typeof one !== "string" && one.size > 0) as File[];
  if (files.length === 0) return "none";
  if (files.length > MOST_FILES) return "many";
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function back(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}
