"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { consultancyOf, keepReportLogo } from "@/lib/data/report-logo";
import { reportLogoPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** Takes the logo of one's own consultancy off its reports. */
export const removeLogoAction = formAction(
  z.object({ version: z.coerce.number().int().min(1) }),
  async (user, { version }) => {
    const consultancy = consultancyOf(user);
    if (!consultancy) return notFound();
    const outcome = await keepReportLogo(user, consultancy.organisationId, version, null);
    if (outcome === "not_found") return notFound();
    if (outcome === "stale") {
      return { errors: ["Somebody changed the logo since you opened this page. Open it again to see it."] };
    }
    return { goTo: `${reportLogoPath}?done=removed` };
  },
);
