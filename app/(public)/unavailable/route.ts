import { GIVEN_BACK_LIMIT } from "@/lib/assessment/answer-body";
import { safeReturnTo } from "@/lib/auth/return-to";
import { sentFields, typedIn } from "@/lib/http/form-fields";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";
import { problem } from "@/lib/http/problem";
import { readBody } from "@/lib/http/read-body";

/**
 * Where a page sends people when it cannot reach the database: it answers 503 and needs neither the database nor
 * JavaScript, which an error thrown while a page is made does not offer.
 */
export function GET(request: Request): Response {
  return unavailable(request, []);
}

/** Where a form without JavaScript ends whose page could not be drawn again: what was typed in it is given back. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const text = await readBody(request, GIVEN_BACK_LIMIT);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(text, { headers }).formData().catch(() => null);
  return unavailable(request, form ? typedIn(sentFields(form)) : []);
}

function unavailable(request: Request, typed: ReturnType<typeof typedIn>): Response {
  const page = plainPage({
    title: "Sorry, the service is unavailable",
    paragraphs: [
      "We cannot reach the place where answers are kept. Answers you saw marked as saved are safe.",
      "This is usually over in a minute or two. You do not need to sign in again.",
    ],
    button: { href: safeReturnTo(new URL(request.url).searchParams.get("returnTo")), text: "Try again" },
    otherwise:
      typed.length > 0
        ? "Copy what you typed from below first. If it lasts longer, tell your trust’s digital lead."
        : "If it lasts longer, tell your trust’s digital lead.",
    typed,
  });
  return new Response(page, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "retry-after": "30",
    },
  });
}
