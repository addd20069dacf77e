import type { NextRequest } from "next/server";
import { csrfCookie } from "@/lib/auth/cookies";
import { comeFromIssuer, goToIssuer } from "@/lib/auth/issuer-sign-in";
import { askNextAuth } from "@/lib/auth/next-auth";
import { signIn } from "@/lib/auth/sign-in";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ nextauth: string[] }> };

// Of what next-auth could answer here only what the service uses is open; signing out is a route of its own.

/** `csrf`: the token a sign-in form sends back, with its cookie. `callback/{issuer}`: the answer of an issuer. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const [action, issuer, ...rest] = (await params).nextauth;
  if (action === "callback" && issuer && rest.length === 0) return comeFromIssuer(request, issuer);
  if (action !== "csrf" || issuer) return problem(404, "There is nothing here");
  const { name } = csrfCookie();
  const cookies = { [name]: request.cookies.get(name)?.value ?? "" };
  return askNextAuth({ action: "csrf", method: "GET", cookies }, null, { token: null, faults: [] });
}

/** `callback/{provider}`: a sign-in form. `signin/{issuer}`: somebody wants to go to an issuer. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const [action, provider, ...rest] = (await params).nextauth;
  if (!provider || rest.length > 0) return problem(404, "There is nothing here");
  if (action === "signin") return goToIssuer(request, provider);
  return action === "callback" ? signIn(request, provider) : problem(404, "There is nothing here");
}
