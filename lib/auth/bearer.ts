import "server-only";
import { bearerOf, type TokenBearer } from "@/lib/data/token-bearer";

/** The token in an `Authorization` header; null where it carries none, whatever else stands in it. */
export function tokenIn(authorization: string | null): string | null {
  return /^Bearer +([A-Za-z0-9._~+/-]{1,200}=*) *$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** For whom a program asks, as far as its token lets it; `none` where it sent no token, `unknown` where that opens nothing. */
export async function bearerIn(headers: Headers, now: Date): Promise<TokenBearer | "none" | "unknown"> {
  const authorization = headers.get("authorization");
  if (authorization === null) return "none";
  const token = tokenIn(authorization);
  return (token && (await bearerOf(token, now))) || "unknown";
}
