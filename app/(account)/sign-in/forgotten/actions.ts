"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { askForReset } from "@/lib/auth/password-reset";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { visitorAction } from "@/lib/http/form-action";

const fields = z.object({
  email: z
    .string()
    .trim()
    .max(254, "Enter an email address")
    .pipe(z.email("Enter an email address, like name@nhs.net")),
});

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
