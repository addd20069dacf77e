"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { keepSessionToken, sessionToken } from "@/lib/auth/browser-session";
import { joinWithPassword } from "@/lib/auth/join-with-password";
import { HOME } from "@/lib/auth/return-to";
import { visitOf } from "@/lib/auth/visit";
import { acceptInvitation } from "@/lib/data/accept-invitation";
import { isDemo } from "@/lib/env";
import { invitationPath } from "@/lib/http/addresses";
import { formAction, visitorAction } from "@/lib/http/form-action";

const token = z.string().max(200);
const line = (what: string) =>
  z
    .string()
    .trim()
    .max(200, `${what} must be 200 characters or fewer`)
    .refine((text) => !/\p{Cc}/u.test(text), `${what} must be on one line`);

/** Accepts the invitation for who is signed in and goes to where they are in now. */
export const acceptAction = formAction(z.object({ token }), async (user, sent) => {
  const outcome = await acceptInvitation(user.personId, sent.token, new Date());
  // The page itself says what became of the link.
  return { goTo: outcome.kind === "refused" ? invitationPath(sent.token) : HOME };
});

const newcomer = z.object({
  token,
  name: line("Your name").min(1, "Enter your full name"),
  jobTitle: line("Your job title").min(1, "Enter your job title"),
  password: z.string().max(10_000),
});

/** Makes an account for who holds the link, and leads on to the second factor. */
export const joinAction = visitorAction(newcomer, async (sent) => {
  const visit = visitOf(await headers(), isDemo() ? "demo" : "password");
  const arrival = { now: new Date(), visit, replaces: await sessionToken() };
  const outcome = await joinWithPassword(sent.token, sent, arrival);
  switch (outcome.kind) {
    case "weak":
      return { fields: { password: outcome.why } };
    case "joined":
      await keepSessionToken(outcome.token);
      return { goTo: outcome.next === "home" ? HOME : "/sign-in/code" };
    default:
      // Used meanwhile, or an account was made: the page says which.
      return { goTo: invitationPath(sent.token) };
  }
});
