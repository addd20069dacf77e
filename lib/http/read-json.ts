import { parseJson } from "@/lib/exchange/json-text";
import { problem } from "./problem";
import { readBytes } from "./read-body";

/**
 * The JSON of a request, or the reply that says why it cannot be read: 415 where it does not say that it is JSON,
 * 413 where it is larger than `limit` bytes, 400 where it is no UTF-8, no JSON, or JSON that means two things.
 */
export async function readJson(
  request: Request,
  limit: number,
): Promise<{ ok: true; value: unknown } | { ok: false; reply: Response }> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    return refused(problem(415, "Send JSON, with the header Content-Type: application/json"));
  }
  const bytes = await readBytes(request, limit);
  if (bytes === null) return refused(problem(413, `The body may be at most ${limit / 1024} KiB`));
  const text = decoded(bytes);
  if (text === null) return refused(unreadable([{ path: "", message: "Send the text as UTF-8." }]));
  const json = parseJson(text);
  if (json.ok) return json;
  return refused(
    unreadable(
      json.problems.map(({ path, message }) => ({ path, message: `${path || "The body"} ${message}.` })),
    ),
  );
}

function refused(reply: Response): { ok: false; reply: Response } {
  return { ok: false, reply };
}

function unreadable(errors: { path: string; message: string }[]): Response {
  return problem(400, "The body could not be read", { errors });
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
