import { refusal } from "./api-route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Handler = (request: Request) => Response;

/**
 * What an address of the API answers to the methods it does not have: 405 with those it has, in words and in `Allow`, as
 * programs are told everything else. Next's own reply has neither, and its own OPTIONS would list these as well.
 */
export function otherMethods(...has: readonly Method[]): Readonly<Record<Method | "OPTIONS", Handler>> {
  const allow = has.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
  const refuse: Handler = (request) =>
    refusal(
      request,
      405,
      "This address has no such method",
      `Ask with ${allow.replace(/, (?=\w+$)/, " or ")}`,
      {},
      { allow },
    );
  const tell: Handler = () => new Response(null, { status: 204, headers: { allow } });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: tell };
}
