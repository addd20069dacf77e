"use server";

import { notFound } from "@/lib/auth/not-found";
import { getAssessment } from "@/lib/data/assessments";
import { getFramework } from "@/lib/data/frameworks";
import { gapViewOf, judgeGap } from "@/lib/data/gap-views";
import { appliesIn, findCapability } from "@/lib/framework/find";
import { resultsPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { theirViewInWords } from "@/lib/report/their-words";
import { gapFields } from "./gap-fields";

/** Keeps what the trust says of a gap, and goes back to the list it stands in. */
export const judgeGapAction = formAction(gapFields, async (user, fields) => {
  const { assessmentId, setting, capabilityId, version, view } = fields;
  const assessment = await getAssessment(user, assessmentId);
  const careSetting = assessment?.careSettings.find((known) => known === setting);
  if (!assessment || !careSetting) return notFound();
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !appliesIn(capability, careSetting)) return notFound();
  const place = { assessmentId, capabilityId, careSetting };
  switch (await judgeGap(user, place, view, version)) {
    case "done":
      return { goTo: `${resultsPath(assessmentId, setting, "gaps")}#${capabilityId}` };
    case "stale": {
      const now = await gapViewOf(user, place);
      const by = now ? `${now.changedBy} said something else of this gap` : "This changed";
      return {
        errors: [
          `${by} since you opened it. Nothing of yours is saved yet. Compare the two below, then save again to replace theirs with yours.`,
        ],
        beside: { version: String(now?.version ?? 0), ...(now && theirViewInWords(now)) },
      };
    }
    case "closed":
      return { errors: ["This round is closed, so this can be read but not changed."] };
    case "not_found":
      return notFound();
  }
});
