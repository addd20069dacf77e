import { createHash } from "node:crypto";
import type { z } from "zod";
import { problemsFrom } from "@/lib/framework/problem";
import { refusal } from "./api-route";
import { holds } from "./etag";

/**
 * A JSON reply to a program, kept by no cache between; 304 where it only reads and holds this content already. `etag` names the
 * content where something else than the content itself does.
 */
export function apiReply(
  request: Request,
  value: unknown,
  { etag, link }: { etag?: string; link?: string } = {},
): Response {
  const body = JSON.stringify(value);
  const tag = etag ?? `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = new Headers({ etag: tag, "cache-control": "private, no-store" });
  if (link) headers.set("link", link);
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (isReading && holds(request.headers.get("if-none-match"), tag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("content-type", "application/json");
  return new Response(body, { headers });
}

/** A page of a list, with where the next one is. */
export function listReply<Page extends { items: readonly unknown[]; next: string | null }>(
  request: Request,
  page: Page,
): Response {
  if (page.next === null) return apiReply(request, page);
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("cursor", page.next);
  return apiReply(request, page, { link: `<${pathname}?${searchParams}>; rel="next"` });
}

/** The parameters of an address, or the reply that says which are wrong. Unknown and repeated ones are refused. */
export function readQuery<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): { ok: true; query: z.output<Schema> } | { ok: false; reply: Response } {
  const { searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) {
    return wrong(
      request,
      [...new Set(twice)].map((path) => ({ path, message: "is given twice" })),
    );
  }
  const sent = Object.fromEntries(searchParams);
  const { success, data, error } = schema.safeParse(sent);
  if (success) return { ok: true, query: data };
  const problems = problemsFrom(error, sent);
  return wrong(
    request,
    problems.map(({ path, message }) => ({ path: path.slice(1), message })),
  );
}

/** What is wrong with parameters, by their names. */
function wrong(
  request: Request,
  errors: readonly { path: string; message: string }[],
): { ok: false; reply: Response } {
  const detail = "Correct or leave out the parameters that `errors` names";
  return {
    ok: false,
    reply: refusal(request, 400, "The address has something wrong in it", detail, { errors }),
  };
}

/** A cursor that was not given out here. */
export function badCursor(request: Request): Response {
  return wrong(request, [{ path: "cursor", message: "is none that this list gave: begin without one" }])
    .reply;
}
