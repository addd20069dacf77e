"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { setSenderMaySign } from "@/lib/data/sign-off-rule";
import { trustPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  ods: z.string(),
  allowed: z.enum(["no", "yes"], "Choose who may sign"),
});

/** Sets whether who sends a round for review may also sign it. */
export const setRuleAction = formAction(fields, async (user, { ods, allowed }) => {
  const trust = await organisationByCode(user, ods);
  const done = trust && (await setSenderMaySign(user, trust.id, allowed === "yes"));
  return done ? { goTo: trustPath(trust.odsCode) } : notFound();
});
