"use server";

import { z } from "zod";
import { confirmEmailChange } from "@/lib/data/email-changes";
import { visitorAction } from "@/lib/http/form-action";

/** Confirms a change of address from one of its two sides. */
export const confirmEmailAction = visitorAction(
  z.object({ token: z.string().max(100) }),
  async ({ token }) => {
    const { kind } = await confirmEmailChange(token, new Date());
    return { goTo: `/account/email/confirmed?outcome=${kind}` };
  },
);
