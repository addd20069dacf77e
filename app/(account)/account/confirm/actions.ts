"use server";

import { z } from "zod";
import { confirmItIsThem } from "@/lib/auth/recent-sign-in";
import { safeReturnTo } from "@/lib/auth/return-to";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { type ActionResult, formAction } from "@/lib/http/form-action";

const fields = z.object({
  password: z.string().max(1000).default(""),
  code: z.string().trim().max(100).default(""),
  returnTo: z.string().optional(),
});

/** Takes a password or a code and leads back to what asked for it. */
export const confirmAction = formAction(
  fields,
  async (user, { password, code, returnTo }): Promise<ActionResult> => {
    if (!password && !code) return { fields: { password: "Enter your password, or a code" } };
    const outcome = await confirmItIsThem(user, { password, code }, new Date());
    switch (outcome.kind) {
      case "limited":
        return {
          errors: [`You have tried too many times. Wait ${waitInWords(outcome.seconds)}, then try again`],
        };
      case "wrong":
        return {
          fields: code
            ? { code: "That code is not right, or was used before. Enter the one your app shows now" }
            : { password: "That is not your password" },
        };
      case "confirmed":
        return { goTo: safeReturnTo(returnTo) };
    }
  },
);
