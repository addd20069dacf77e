import { problem } from "./problem";
import { seeOther } from "./see-other";

/** Statuses of what is wrong with a form that brought a file, by its name; what is wrong inside the file is 422. */
const statuses: Readonly<Record<string, number>> = {
  none: 400,
  many: 400,
  files: 400,
  unread: 400,
  slow: 408,
  large: 413,
  oversize: 413,
  locked: 409,
  stale: 409,
  no_round: 409,
};

/**
 * The reply to a file that is not taken. A browser is led to the form's own page, which says why beside the field: no
 * route can draw that page itself. Whatever asked for no page gets the status, and the same words.
 */
export function notTaken(
  request: Request,
  { page, reason, words }: { page: string; reason: string; words: string | undefined },
): Response {
  if (request.headers.get("accept")?.includes("text/html")) return seeOther(`${page}?problem=${reason}`);
  return problem(statuses[reason] ?? 422, "The file was not taken", {
    reason,
    ...(words && { detail: words }),
  });
}
