"use server";

import { z } from "zod";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { NO_EMAIL } from "@/lib/access/invitation-input";
import {
  endAdministrator,
  inviteAdministrator,
  withdrawAdministratorInvitation,
} from "@/lib/data/administrators";
import { adminPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const back = (done: string) => ({ goTo: `${adminPath("administrators")}?done=${done}` });
const refused = { refused: "You cannot do this here." };

/** Invites somebody to run the installation. */
export const inviteAdministratorAction = formAction(
  z.object({ email: z.string().max(320) }),
  async (_user, { email }) =>
    (await inviteAdministrator(await requireRecentSignIn(), email, new Date()))
      ? back("invited")
      : { fields: { email: NO_EMAIL } },
);

/** Ends somebody's right to run the installation. */
export const endAdministratorAction = formAction(
  z.object({ person: z.string() }),
  async (_user, { person }) => {
    const user = await requireRecentSignIn();
    const outcome = await endAdministrator(user, person, new Date());
    if (outcome === "last_one")
      return { errors: ["There must always be an administrator. Invite another first."] };
    if (outcome === "not_found") return refused;
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
      : refused;
  },
);
