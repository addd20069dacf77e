import { safeReturnTo } from "@/lib/auth/return-to";
import { unavailablePage } from "./unavailable-page";

/**
 * Where a page sends people when it cannot reach the database: it answers 503 and needs neither the database nor
 * JavaScript, which an error thrown while a page is made does not offer.
 */
export function GET(request: Request): Response {
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get("returnTo"));
  return new Response(unavailablePage(returnTo), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "retry-after": "30",
    },
  });
}
