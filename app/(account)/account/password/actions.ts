"use server";

import { z } from "zod";
import { changeOwnPassword } from "@/lib/auth/password-change";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { type ActionResult, formAction } from "@/lib/http/form-action";

const fields = z.object({
  passwordNow: z.string().min(1, "Enter the password you have now"),
  password: z.string(),
});

/** Changes my password and signs me out everywhere else. */
export const changePasswordAction = formAction(
  fields,
  async (user, { passwordNow, password }): Promise<ActionResult> => {
    const outcome = await changeOwnPassword(user, { current: passwordNow, next: password }, new Date());
    switch (outcome.kind) {
      case "limited":
        return {
          errors: [`You have tried too many times. Wait ${waitInWords(outcome.seconds)}, then try again`],
        };
      case "wrong":
        return { fields: { passwordNow: "That is not the password you have now" } };
      case "weak":
        return { fields: { password: outcome.why } };
      case "done":
        return { goTo: "/account?done=password" };
    }
  },
);
