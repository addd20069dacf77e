"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { emailField } from "@/lib/access/email-field";
import { askForReset } from "@/lib/auth/password-reset";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { visitorAction } from "@/lib/http/form-action";

const fields = z.object({ email: emailField });

/** Sends a link to set a new password, and says the same whether anybody has the address or not. */
export const forgottenAction = visitorAction(fields, async ({ email }) => {
  const asked = await askForReset(email, await headers(), new Date());
  if (asked.kind === "limited") {
    return {
      errors: [
        `Too many people asked from where you are. Wait ${waitInWords(asked.seconds)}, then try again`,
      ],
    };
  }
  return { goTo: "/sign-in/forgotten?sent=yes" };
});
