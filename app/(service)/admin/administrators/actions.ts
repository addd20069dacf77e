"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { isEmail, NO_EMAIL, smallLetters } from "@/lib/access/invitation-input";
import {
  endAdministrator,
  inviteAdministrator,
  withdrawAdministratorInvitation,
} from "@/lib/data/administrators";
import { adminPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const back = (done: string) => ({ goTo: `${adminPath("administrators")}?done=${done}` });

/** Invites somebody to run the installation. */
export const inviteAdministratorAction = formAction(
  z.object({
    key: z.guid().optional(),
    email: z.string().max(320).transform(smallLetters).refine(isEmail, NO_EMAIL),
  }),
  async (_user, { key, email }) =>
    (await inviteAdministrator(await requireRecentSignIn(), email, new Date(), key))
      ? back("invited")
      : notFound(),
);

/** Ends somebody's right to run the installation. */
export const endAdministratorAction = formAction(
  z.object({ person: z.string() }),
  async (_user, { person }) => {
    const user = await requireRecentSignIn();
    const outcome = await endAdministrator(user, person, new Date());
    if (outcome === "last_one")
      return { errors: ["There must always be an administrator. Invite another first."] };
    if (outcome === "not_found") return notFound();
    return person === user.personId ? { goTo: "/trusts" } : back("ended");
  },
);

/** Takes back an invitation to run the installation. */
export const withdrawAction = formAction(
  z.object({ invitation: z.string() }),
  async (_user, { invitation }) => {
    const user = await requireRecentSignIn();
    return (await withdrawAdministratorInvitation(user, invitation, new Date()))
      ? back("withdrawn")
      : notFound();
  },
);
