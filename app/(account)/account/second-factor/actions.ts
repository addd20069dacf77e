"use server";

import { z } from "zod";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { turnOver } from "@/lib/auth/turn-over";
import { newRecoveryCodes } from "@/lib/data/recovery-codes";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  code: z.string().trim().min(1, "Enter the code your app shows").max(100, "That is no code"),
});

/** Puts another second factor in place of the one that is there, and shows the recovery codes that come with it. */
export const turnOverAction = formAction(fields, async (_user, { code }) => {
  const user = await requireRecentSignIn();
  const turned = await turnOver(user, code, new Date());
  switch (turned.kind) {
    case "limited":
      return {
        errors: [`You have tried too many codes. Wait ${waitInWords(turned.seconds)}, then try again`],
      };
    case "wrong":
      return {
        fields: { code: "That code is not right. Enter the one the app shows for the new entry now" },
      };
    case "done":
      return { shown: { recoveryCodes: turned.codes.join(" ") } };
  }
});

/** Makes new recovery codes and shows them; the old ones are worth nothing from then on. */
export const newRecoveryCodesAction = formAction(z.object({}), async () => {
  const user = await requireRecentSignIn();
  return { shown: { recoveryCodes: (await newRecoveryCodes(user)).join(" ") } };
});
