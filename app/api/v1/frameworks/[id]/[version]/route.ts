import { findFramework, listFrameworks } from "@/lib/data/frameworks";
import { contentHash } from "@/lib/framework/hash";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { otherMethods } from "@/lib/http/other-methods";
import { problem } from "@/lib/http/problem";
import { fileReply } from "../../file-reply";

type Context = { params: Promise<{ id: string; version: string }> };

/** One framework document (contract: framework document). Public; once published it never changes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, version } = await params;
  return whileDatabaseAnswers("The questions cannot be read just now. Try again", async () => {
    const known = (await listFrameworks()).some((entry) => entry.id === id && entry.version === version);
    const framework = known ? await findFramework(id, version) : null;
    if (!framework) return problem(404, "There is no such framework version");
    return fileReply(request, {
      body: JSON.stringify(framework),
      type: "application/json",
      final: framework.status === "published",
      tag: contentHash(framework),
    });
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
