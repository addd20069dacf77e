import { fileReply } from "@/app/api/v1/frameworks/file-reply";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { problem } from "@/lib/http/problem";
import { knownFramework, settingAsked } from "../../load-framework";

type Body = string | Uint8Array<ArrayBuffer>;
type Write = (framework: Framework, setting: CareSetting | null) => Body | Promise<Body>;

// Anybody may ask, so a file is made once: frameworks never change in memory.
const made = new WeakMap<Framework, Map<string, Body>>();

/** Sends a framework version as a file to save, made by `write` in the words of the care setting asked for. */
export async function sendFile(
  request: Request,
  { id, version }: { id: string; version: string },
  type: string,
  extension: string,
  write: Write,
): Promise<Response> {
  return whileDatabaseAnswers("The questions cannot be read just now. Try again", async () => {
    const framework = await knownFramework(id, version);
    const asked = new URL(request.url).searchParams.getAll("setting");
    const setting = framework && settingAsked(framework, asked.length > 1 ? asked : asked[0]);
    if (!framework || setting === undefined)
      return problem(404, "There is no such framework version or care setting");
    const name = ["framework", id, version, setting ?? ""]
      .filter(Boolean)
      .join("-")
      .replace(/[^A-Za-z0-9.]+/g, "-");
    return fileReply(request, {
      body: await bodyOf(framework, setting, extension, write),
      type,
      // How a file is laid out may change with the product, though the questions in it never do.
      final: false,
      saveAs: `${name}.${extension}`,
    });
  });
}

async function bodyOf(
  framework: Framework,
  setting: CareSetting | null,
  extension: string,
  write: Write,
): Promise<Body> {
  const files = made.get(framework) ?? new Map<string, Body>();
  const key = `${extension} ${setting ?? ""}`;
  const body = files.get(key) ?? (await write(framework, setting));
  made.set(framework, files.set(key, body));
  return body;
}
