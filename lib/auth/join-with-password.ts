import "server-only";
import { passwordProblem } from "@/lib/access/password-rules";
import { findInvitation, joinByInvitation, type Newcomer } from "@/lib/data/accept-invitation";
import { keepFirstPassword } from "@/lib/data/credentials";
import { hashPassword } from "@/lib/data/password-hash";
import { startSession, type Visit } from "@/lib/data/sessions";
import { isDemo } from "@/lib/env";

export type Join =
  /** Half signed in: the second factor is set up next. In a demo there is none. */
  | { kind: "joined"; token: string; next: "second_factor" | "home" }
  | { kind: "weak"; why: string }
  /** The address has an account: its owner signs in and accepts. */
  | { kind: "has_account" }
  | { kind: "refused" };

/** Makes an account with a password for whoever holds the link of an invitation, accepts it, and signs them in. */
export async function joinWithPassword(
  token: string,
  { password, ...newcomer }: Newcomer & { password: string },
  { now, visit, replaces }: { now: Date; visit: Visit; replaces: string | null },
): Promise<Join> {
  const found = await findInvitation(null, token, now);
  if (found.kind === "refused") return { kind: "refused" };
  const { email, organisation } = found.invitation;
  const places = organisation ? [organisation.name, organisation.odsCode] : [];
  const why = passwordProblem(password, { name: newcomer.name, email, organisations: places });
  if (why) return { kind: "weak", why };
  const passwordHash = await hashPassword(password);
  const joined = await joinByInvitation(
    token,
    newcomer,
    async (tx, personId) => void (await keepFirstPassword(tx, personId, passwordHash)),
    now,
  );
  if (joined.kind !== "accepted") return { kind: joined.kind };
  const assured = isDemo();
  const session = await startSession(joined.personId, { assured, now, replaces, visit });
  return { kind: "joined", token: session, next: assured ? "home" : "second_factor" };
}
