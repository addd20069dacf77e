import { safeReturnTo } from "@/lib/auth/return-to";
import { plainPage } from "@/lib/http/plain-page";

/**
 * Where a page sends people when it cannot reach the database: it answers 503 and needs neither the database nor
 * JavaScript, which an error thrown while a page is made does not offer.
 */
export function GET(request: Request): Response {
  const page = plainPage({
    title: "Sorry, the service is unavailable",
    paragraphs: [
      "We cannot reach the place where answers are kept. Answers you saw marked as saved are safe.",
      "This is usually over in a minute or two. You do not need to sign in again.",
    ],
    button: { href: safeReturnTo(new URL(request.url).searchParams.get("returnTo")), text: "Try again" },
    otherwise: "If it lasts longer, tell your trust’s digital lead.",
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
