"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { endSessionsOfAccount } from "@/lib/data/accounts";
import { accountPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** Signs an account out everywhere. */
export const signOutAccountAction = formAction(
  z.object({ person: z.string() }),
  async (_user, { person }) => {
    const user = await requireRecentSignIn();
    const done = await endSessionsOfAccount(user, person, new Date());
    return done ? { goTo: `${accountPath(person)}?done=signed-out` } : notFound();
  },
);
