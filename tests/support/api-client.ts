import createClient, { type Client } from "openapi-fetch";
import type { TokenScope } from "@/lib/access/token-scope";
import type { CurrentUser } from "@/lib/access/user";
import { makeToken } from "@/lib/data/make-token";
import type { paths } from "./api-types";
import type { Served } from "./served";

/** A client made from the OpenAPI document alone, asking the built service. It knows nothing else of us. */
export function apiClient(served: Served, token: string): Client<paths> {
  return createClient<paths>({
    baseUrl: "http://service/api/v1",
    headers: { authorization: `Bearer ${token}` },
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url);
      const body = request.method === "GET" ? undefined : await request.text();
      return served.ask(pathname + search, { method: request.method, headers: request.headers, body });
    },
  });
}

/** A token of a person for these organisations. */
export async function tokenFor(
  user: CurrentUser,
  organisationIds: readonly string[],
  scopes: readonly TokenScope[],
): Promise<string> {
  const made = await makeToken(user, { name: "Test", scopes, organisationIds, days: 30 }, new Date());
  if (made.kind !== "made") throw new Error(`The token was not made: ${made.kind}`);
  return made.secret;
}
