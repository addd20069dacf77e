"use server";

import { z } from "zod";
import { keepSessionToken, sessionToken } from "@/lib/auth/browser-session";
import { safeReturnTo } from "@/lib/auth/return-to";
import { giveCode } from "@/lib/auth/second-step";
import { waitInWords } from "@/lib/auth/too-many-tries";
import { visitorAction } from "@/lib/http/form-action";

const fields = z.object({
  code: z
    .string()
    .trim()
    .min(1, "Enter the code your app shows, or a recovery code")
    .max(100, "That is no code"),
  returnTo: z.string().optional(),
});

/** Takes the code and signs the person in; who came in by a recovery code goes on to a new second factor. */
export const giveCodeAction = visitorAction(fields, async ({ code, returnTo }) => {
  const token = await sessionToken();
  const step = token ? await giveCode(token, code, new Date()) : ({ kind: "over" } as const);
  switch (step.kind) {
    case "over":
      return { goTo: "/sign-in?problem=over" };
    case "limited":
      return { errors: [`You have tried too many codes. Wait ${waitInWords(step.seconds)}, then try again`] };
    case "wrong":
      return {
        fields: { code: "That code is not right, or was used before. Enter the one your app shows now" },
      };
    case "signed_in":
      await keepSessionToken(step.token);
      return { goTo: step.recovered ? "/account/second-factor?recovered=yes" : safeReturnTo(returnTo) };
  }
});
