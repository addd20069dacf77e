"use server";

import { z } from "zod";
import { keepSessionToken, sessionToken } from "@/lib/auth/browser-session";
import { setUpAndComeIn } from "@/lib/auth/second-step";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { visitorAction } from "@/lib/http/form-action";

const fields = z.object({
  code: z.string().trim().min(1, "Enter the code your app shows").max(100, "That is no code"),
});

/** Sets up the first second factor, signs the person in and shows the recovery codes, this once. */
export const setUpSecondFactorAction = visitorAction(fields, async ({ code }) => {
  const token = await sessionToken();
  const step = token ? await setUpAndComeIn(token, code, new Date()) : ({ kind: "over" } as const);
  switch (step.kind) {
    case "over":
      return { goTo: "/sign-in?problem=over" };
    case "limited":
      return { errors: [`You have tried too many codes. Wait ${waitInWords(step.seconds)}, then try again`] };
    case "wrong":
      return {
        fields: {
          code: "That code is not right. Check the time on your phone, then enter the code the app shows now",
        },
      };
    case "signed_in":
      await keepSessionToken(step.token);
      return { shown: { recoveryCodes: step.codes.join(" ") } };
  }
});
