import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { changePassword } from "@/lib/data/credentials";
import { countTry, forgetTries } from "@/lib/data/limits";
import { renewSession } from "@/lib/data/sessions";
import { keepSessionToken, sessionToken } from "./browser-session";

/** Changes the password of whoever is signed in and knows it; this browser goes on under a new token. */
export async function changeOwnPassword(
  user: CurrentUser,
  typed: { current: string; next: string },
  now: Date,
): Promise<Awaited<ReturnType<typeof changePassword>> | { kind: "limited"; seconds: number }> {
  const count = await countTry("code of a person", user.personId);
  if (count.kind === "spent") return { kind: "limited", seconds: count.seconds };
  const outcome = await changePassword(user, typed, now);
  if (outcome.kind !== "wrong") await forgetTries("code of a person", user.personId);
  const token = outcome.kind === "done" ? await sessionToken() : null;
  const renewed = token && (await renewSession(token, now));
  if (renewed) await keepSessionToken(renewed);
  return outcome;
}
