import "server-only";
import { isDemo } from "@/lib/env";
import { installation } from "@/lib/data/installation";
import { demoPersonId } from "@/lib/data/people";
import { recordRefusedSignIn, startSession, type Visit } from "@/lib/data/sessions";

/**
 * Signs a person of the demo in and returns the token of their session; null where there is no such person, or where
 * this is no demo: the process must be told so and the database be marked so. The session `replaces` ends.
 */
export async function signInToDemo(
  demoId: string,
  { now, replaces, visit }: { now: Date; replaces: string | null; visit: Visit },
): Promise<string | null> {
  const allowed = isDemo() && (await installation()).kind === "demo";
  const personId = allowed ? await demoPersonId(demoId) : null;
  if (!personId) {
    await recordRefusedSignIn("demo");
    return null;
  }
  // There is no second factor to give in a demo.
  return startSession(personId, { assured: true, now, replaces, visit });
}
