"use server";

import { mayAnswerIn } from "@/lib/assessment/scopes";
import { notFound } from "@/lib/auth/not-found";
import { getAssessment } from "@/lib/data/assessments";
import { getFramework } from "@/lib/data/frameworks";
import { removeTarget, setTarget, type TargetOutcome, targetsOf } from "@/lib/data/targets";
import { findCapability } from "@/lib/framework/find";
import { resultsPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { dayOf } from "@/lib/report/dates";
import { theirTargetInWords } from "@/lib/report/their-words";
import { targetFields, targetPlace } from "./target-fields";

type Place = { assessmentId: string; setting: string; capabilityId: string };

/** Sets the target of a capability, or of a dimension, and goes back to where it is listed. */
export const setTargetAction = formAction(targetFields, async (user, fields) => {
  const { assessmentId, capabilityId, scope, version, level, by, reason, owner } = fields;
  const assessment = await getAssessment(user, assessmentId);
  if (!assessment) return after("not_found", fields);
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  const known = capability
    ? mayAnswerIn(capability, assessment.careSettings, scope)
    : scope === "organisation" && framework.dimensions.some(({ id }) => id === capabilityId);
  if (!known) return after("not_found", fields);
  if (by && by < dayOf(new Date())) return { fields: { by: "The date must be today or in the future" } };
  const address = { assessmentId, capabilityId, scope };
  const outcome = await setTarget(user, address, { level, by, reason, owner }, version);
  if (outcome !== "stale") return after(outcome, fields);
  const now = (await targetsOf(user, assessmentId))?.find(
    (target) => target.capabilityId === capabilityId && target.scope === scope,
  );
  return {
    errors: [
      "A colleague changed this target since you opened it. Nothing of yours is saved yet. Compare the two below, then save again to replace theirs with yours.",
    ],
    beside: { version: String(now?.version ?? 0), ...theirTargetInWords(now ?? null) },
  };
});

/** Takes a target back, so that the dimension's or the default holds again. */
export const removeTargetAction = formAction(targetPlace, async (user, { version, ...place }) =>
  after(await removeTarget(user, place, version), place),
);

function after(outcome: TargetOutcome, { assessmentId, setting, capabilityId }: Place): ActionResult {
  switch (outcome) {
    case "done":
      return { goTo: `${resultsPath(assessmentId, setting, "targets")}#${capabilityId}` };
    case "stale":
      return {
        errors: [
          "A colleague changed this target since you opened it. Open it in a new tab to compare, then set it there.",
        ],
      };
    case "closed":
      return { errors: ["This round is closed, so its targets can be read but not changed."] };
    case "not_found":
      return notFound();
  }
}
