"use server";

import { z } from "zod";
import { resetPassword } from "@/lib/data/password-resets";
import { visitorAction } from "@/lib/http/form-action";

const fields = z.object({ token: z.string().max(100), password: z.string() });

/** Sets a new password by a link that was sent, and leads to signing in with it. */
export const newPasswordAction = visitorAction(fields, async ({ token, password }) => {
  const outcome = await resetPassword(token, password, new Date());
  if (outcome.kind === "weak") return { fields: { password: outcome.why } };
  if (outcome.kind === "gone") {
    return { errors: ["This link was used or has expired meanwhile. Ask for another"] };
  }
  return { goTo: "/sign-in?done=password" };
});
