"use server";

import { z } from "zod";
import { emailField } from "@/lib/access/email-field";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { askForEmailChange } from "@/lib/data/email-changes";
import { countTry } from "@/lib/data/limits";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({ email: emailField });

/** Sends both addresses a link; nothing changes until both were opened. */
export const askForEmailChangeAction = formAction(fields, async (_user, { email }) => {
  const user = await requireRecentSignIn();
  const now = new Date();
  const count = await countTry("change of address of a person", user.personId);
  if (count.kind === "spent") {
    return { errors: [`You have asked too often. Wait ${waitInWords(count.seconds)}, then try again`] };
  }
  await askForEmailChange(user, email, now);
  return { goTo: "/account?done=email" };
});
