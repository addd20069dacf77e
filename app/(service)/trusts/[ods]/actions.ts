"use server";

import { z } from "zod";
import { isRound } from "@/lib/assessment/round";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { startRound } from "@/lib/data/rounds";
import { careSettingSchema } from "@/lib/framework/schema";
import { assessmentPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const oneOrMore = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(careSettingSchema).min(1, "Choose at least one care setting"),
);

const newRound = z.object({
  ods: z.string(),
  round: z
    .string()
    .trim()
    .refine(isRound, "Enter the round as two years that follow each other, like 2026/27"),
  careSettings: oneOrMore,
});

/** Starts a round and goes to its task list. */
export const startRoundAction = formAction(newRound, async (user, { ods, round, careSettings }) => {
  const trust = await organisationByCode(user, ods);
  const outcome = trust && (await startRound(user, trust.id, { round, careSettings }));
  switch (outcome?.kind) {
    case "started":
      return { goTo: assessmentPath(outcome.id) };
    case "another_is_open":
      return { goTo: assessmentPath(outcome.id) };
    case "round_exists":
      return { fields: { round: `There is a round ${round} already. Enter another` } };
    case "invalid":
      return { errors: [outcome.message] };
    default:
      return notFound();
  }
});
