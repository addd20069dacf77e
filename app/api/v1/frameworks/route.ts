import { documentPath } from "@/components/framework/addresses";
import { findFramework, listFrameworks } from "@/lib/data/frameworks";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { otherMethods } from "@/lib/http/other-methods";
import { fileReply } from "./file-reply";

/** Every framework version, by id and newest first, with the address of its document. Public. */
export async function GET(request: Request): Promise<Response> {
  return whileDatabaseAnswers("The questions cannot be read just now. Try again", async () => {
    const entries = await listFrameworks();
    const found = await Promise.all(entries.map(({ id, version }) => findFramework(id, version)));
    const list = found
      .filter((framework) => framework !== null)
      .map(({ id, version, status, illustrative, title, published, reviewed }) => ({
        id,
        version,
        status,
        illustrative,
        title,
        published,
        reviewed,
        url: documentPath({ id, version }),
      }));
    return fileReply(request, { body: JSON.stringify(list), type: "application/json", final: false });
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
