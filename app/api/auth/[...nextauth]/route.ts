import { askNextAuth } from "@/lib/auth/next-auth";
import { signIn } from "@/lib/auth/sign-in";
import { problem } from "@/lib/http/problem";

type Context = { params: Promise<{ nextauth: string[] }> };

// Of what next-auth could answer here only what the service uses is open; signing out is a route of its own.

/** `csrf`: the token a sign-in form sends back, with its cookie. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const action = await params;
  if (action.nextauth.join("/") !== "csrf") return problem(404, "There is nothing here");
  return askNextAuth(["csrf"], null, null);
}

/** `callback/{provider}`: a sign-in form. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const [action, provider, ...rest] = (await params).nextauth;
  if (action !== "callback" || !provider || rest.length > 0) return problem(404, "There is nothing here");
  return signIn(request, provider);
}
