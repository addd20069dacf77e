import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { accountStanding } from "@/lib/data/account-standing";
import { countTry } from "@/lib/data/limits";
import { confirmEnrolment, type Enrolling } from "@/lib/data/second-factors";

/** Whose second factor it will be, and the name it gets in their app; null without a session to ask from. */
export async function ownEnrolment(user: CurrentUser, now: Date): Promise<Enrolling | null> {
  if (!user.sessionId) return null;
  const { email } = await accountStanding(user, now);
  return { personId: user.personId, sessionId: user.sessionId, label: email ?? user.name };
}

/** Puts another second factor in place of the one that is there. It can be changed and never be without. */
export async function turnOver(
  user: CurrentUser,
  code: string,
  now: Date,
): Promise<{ kind: "done"; codes: string[] } | { kind: "wrong" } | { kind: "limited"; seconds: number }> {
  const count = await countTry("code of a person", user.personId);
  if (count.kind === "spent") return { kind: "limited", seconds: count.seconds };
  const enrolling = await ownEnrolment(user, now);
  const codes = enrolling && (await confirmEnrolment(enrolling, code, now, { first: false }));
  return codes ? { kind: "done", codes } : { kind: "wrong" };
}
