"use server";

import { z } from "zod";
import { endOwnToken } from "@/lib/data/api-tokens";
import { tokensPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** Ends one of my tokens. */
export const endTokenAction = formAction(z.object({ token: z.string().max(40) }), async (user, { token }) => {
  const ended = await endOwnToken(user, token, new Date());
  return { goTo: ended ? `${tokensPath}?ended=yes` : tokensPath };
});
