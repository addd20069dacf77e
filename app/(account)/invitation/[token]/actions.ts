"use server";

import { z } from "zod";
import { acceptInvitation } from "@/lib/data/accept-invitation";
import { invitationPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** Accepts the invitation for who is signed in and goes to where they are in now. */
export const acceptAction = formAction(z.object({ token: z.string().max(200) }), async (user, { token }) => {
  const outcome = await acceptInvitation(user.personId, token, new Date());
  // The page itself says what became of the link.
  if (outcome.kind === "refused") return { goTo: invitationPath(token) };
  return { goTo: outcome.odsCode === null ? "/admin" : "/trusts" };
});
