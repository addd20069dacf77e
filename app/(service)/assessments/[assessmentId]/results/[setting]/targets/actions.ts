"use server";

import { notFound } from "@/lib/auth/not-found";
import { approveTargets } from "@/lib/data/targets";
import { resultsPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { approvedTargets } from "./approved-targets";

/** Approves the ticked targets as they stood on the page. */
export const approveTargetsAction = formAction(
  approvedTargets,
  async (user, { assessmentId, setting, targets }) => {
    switch (await approveTargets(user, assessmentId, targets)) {
      case "done":
        return { goTo: resultsPath(assessmentId, setting, "targets") };
      case "stale":
        return {
          errors: [
            "One of these targets changed since you opened this page. Open it again and look at it first.",
          ],
        };
      case "closed":
        return { errors: ["This round is closed, so its targets can be read but not approved."] };
      case "not_found":
        return notFound();
    }
  },
);
