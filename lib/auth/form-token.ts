import "server-only";
import { cookies } from "next/headers";
import { csrfCookie } from "./cookies";
import { csrfTokenIn } from "./csrf";

/** The token a sign-in form sends back. `proxy.ts` sees to it that its cookie is there. */
export async function formToken(): Promise<string> {
  return csrfTokenIn((await cookies()).get(csrfCookie().name)?.value) ?? "";
}
