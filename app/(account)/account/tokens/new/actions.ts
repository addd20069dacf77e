"use server";

import { z } from "zod";
import { tokenLives, tokenScopes } from "@/lib/access/token-scope";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { makeToken, MOST_TOKENS, TOKEN_NAME_LIMIT } from "@/lib/data/make-token";
import { formAction } from "@/lib/http/form-action";
import { dateInWords } from "@/lib/report/dates";

/** One tick comes as a text, several as a list, none not at all. */
const ticked = <Schema extends z.ZodType>(one: Schema, message: string) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(one, { error: message }).min(1, message),
  );

const lives: readonly string[] = tokenLives.map(String);

const fields = z.object({
  name: z
    .string({ error: "Enter a name for the token" })
    .trim()
    .min(1, "Enter a name for the token")
    .max(TOKEN_NAME_LIMIT, `The name must be ${TOKEN_NAME_LIMIT} characters or fewer`)
    .regex(/^[^\p{C}]*$/u, "The name has a character that cannot be kept"),
  scopes: ticked(z.enum(tokenScopes), "Choose what it may do"),
  organisations: ticked(z.uuid(), "Choose where it may do that"),
  days: z
    .string({ error: "Choose how long it works" })
    .refine((days) => lives.includes(days), "Choose how long it works")
    .transform(Number),
});

/** Makes a token for whoever has just proven that it is them, and shows it in place of the form, this once. */
export const makeTokenAction = formAction(fields, async (_user, { name, scopes, organisations, days }) => {
  const user = await requireRecentSignIn();
  const made = await makeToken(user, { name, scopes, organisationIds: organisations, days }, new Date());
  switch (made.kind) {
    case "made":
      return { shown: { token: made.secret, name, until: dateInWords(made.expiresAt) } };
    case "too_many":
      return {
        errors: [`You have ${MOST_TOKENS} tokens, which is the most. End one you no longer use first`],
      };
    case "invalid":
      return { fields: { organisations: "Choose organisations that you belong to" } };
  }
});
