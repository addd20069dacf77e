"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { systemByCode } from "@/lib/data/systems";
import { publishTemplate } from "@/lib/data/target-templates";
import type { Level } from "@/lib/framework/schema";
import { systemPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { TEMPLATE_REASON_LIMIT } from "./reason-limit";

const LEVELS: Readonly<Record<string, Level>> = { "2": 2, "3": 3, "4": 4, "5": 5 };

const fields = z
  .object({
    system: z.string().max(12),
    reason: z
      .string()
      .trim()
      .max(TEMPLATE_REASON_LIMIT, `The reason must be ${TEMPLATE_REASON_LIMIT} characters or fewer`),
  })
  .catchall(z.string().max(10))
  .transform(({ system, reason, ...typed }) => ({
    code: system,
    reason,
    levels: Object.fromEntries(
      Object.entries(typed).flatMap(([id, text]) => (LEVELS[text] ? [[id, LEVELS[text]] as const] : [])),
    ),
  }));

const NONE_CHOSEN =
  "Choose the level of at least one capability. To take back what is published, use the button below the form.";

/** Publishes the levels a board or region would like to see, in place of those published before. */
export const publishTemplateAction = formAction(fields, async (user, { code, ...template }) => {
  if (Object.keys(template.levels).length === 0) return { errors: [NONE_CHOSEN] };
  const system = await systemByCode(user, code);
  const done = system && (await publishTemplate(user, system.id, template));
  return done ? { goTo: `${systemPath}/targets/${system.odsCode}?done=published` } : notFound();
});

/** Takes back what was published: the trusts of the board or region read it no more. */
export const takeTemplateBackAction = formAction(
  z.object({ system: z.string().max(12) }),
  async (user, { system: code }) => {
    const system = await systemByCode(user, code);
    const done = system && (await publishTemplate(user, system.id, { levels: {}, reason: "" }));
    return done ? { goTo: `${systemPath}/targets/${system.odsCode}?done=taken-back` } : notFound();
  },
);
