import { documentPath } from "@/components/framework/addresses";
import { getFramework, listFrameworks } from "@/lib/data/frameworks";
import { fileReply } from "./file-reply";
import { whileDatabaseAnswers } from "./while-database-answers";

/** Every framework version, by id and newest first, with the address of its document. Public. */
export async function GET(request: Request): Promise<Response> {
  return whileDatabaseAnswers(async () => {
    const entries = await listFrameworks();
    const list = await Promise.all(
      entries.map(async ({ id, version }) => {
        const { status, illustrative, title, published, reviewed } = await getFramework(id, version);
        return {
          id,
          version,
          status,
          illustrative,
          title,
          published,
          reviewed,
          url: documentPath({ id, version }),
        };
      }),
    );
    return fileReply(request, { body: JSON.stringify(list), type: "application/json", final: false });
  });
}
