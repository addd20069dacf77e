import "server-only";
import { plainPage } from "@/lib/http/plain-page";

/** Says that somebody has tried too often, when to try again, and what to do instead. Status 429. */
export function tooManyTriesPage(seconds: number): Response {
  const page = plainPage({
    title: "You have tried too many times",
    paragraphs: [
      `Wait ${waitInWords(seconds)}, then try again.`,
      "If you have forgotten your password, you need not wait: set a new one by email.",
    ],
    button: { href: "/sign-in/forgotten", text: "Set a new password" },
    otherwise: "If somebody else may be trying to get into your account, tell your trust’s digital lead.",
  });
  return new Response(page, {
    status: 429,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "retry-after": String(seconds),
    },
  });
}

/** "a minute", "12 minutes": rounded up, so that trying then works. */
export function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? "a minute" : `${minutes} minutes`;
}
