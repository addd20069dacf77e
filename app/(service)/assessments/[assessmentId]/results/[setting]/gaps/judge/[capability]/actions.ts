"use server";

import { getAssessment } from "@/lib/data/assessments";
import { getFramework } from "@/lib/data/frameworks";
import { judgeGap } from "@/lib/data/gap-views";
import { appliesIn, findCapability } from "@/lib/framework/find";
import { resultsPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { gapFields } from "./gap-fields";

const notYours = { refused: "You cannot say this of a gap here. Ask your digital lead." };

/** Keeps what the trust says of a gap, and goes back to the list it stands in. */
export const judgeGapAction = formAction(gapFields, async (user, fields) => {
  const { assessmentId, setting, capabilityId, version, view } = fields;
  const assessment = await getAssessment(user, assessmentId);
  const careSetting = assessment?.careSettings.find((known) => known === setting);
  if (!assessment || !careSetting) return notYours;
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !appliesIn(capability, careSetting)) return notYours;
  switch (await judgeGap(user, { assessmentId, capabilityId, careSetting }, view, version)) {
    case "done":
      return { goTo: `${resultsPath(assessmentId, setting, "gaps")}#${capabilityId}` };
    case "stale":
      return {
        errors: [
          "A colleague changed this since you opened it. Open it in a new tab to compare, then say it there.",
        ],
      };
    case "closed":
      return { errors: ["This round is closed, so this can be read but not changed."] };
    case "not_found":
      return notYours;
  }
});
