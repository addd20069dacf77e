"use server";

import { z } from "zod";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { unlinkIdentity } from "@/lib/data/identities";
import { formAction } from "@/lib/http/form-action";

/** Takes another issuer away as a way to sign in; the last way there is stays. */
export const disconnectAction = formAction(
  z.object({ identity: z.string().max(40) }),
  async (_user, { identity }) => {
    const user = await requireRecentSignIn();
    const gone = await unlinkIdentity(user, identity);
    return { goTo: gone ? "/account?done=disconnected" : "/account?problem=issuer-last" };
  },
);
