"use server";

import { z } from "zod";
import { dropSessionToken } from "@/lib/auth/browser-session";
import { endAllSessions, endOwnSession } from "@/lib/data/session-list";
import { formAction } from "@/lib/http/form-action";

/** Ends one of my sessions; the one I am in is ended by signing out. */
export const endSessionAction = formAction(
  z.object({ session: z.string().max(40) }),
  async (user, { session }) => {
    const ended = session !== user.sessionId && (await endOwnSession(user, session, new Date()));
    return { goTo: ended ? "/account/sessions?ended=yes" : "/account/sessions" };
  },
);

/** Signs me out everywhere, here as well. */
export const endAllSessionsAction = formAction(z.object({}), async (user) => {
  await endAllSessions(user, new Date());
  await dropSessionToken();
  return { goTo: "/sign-in?signedOut=yes" };
});
