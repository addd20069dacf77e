import { cache } from "react";
import type { ResultPageName } from "@/components/results/result-navigation";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { resultOf, type SettingResult } from "@/lib/data/results";
import type { Capability, CareSetting } from "@/lib/framework/schema";
import { answerPagePath, planFromPath } from "@/lib/http/addresses";
import { orKept } from "@/lib/http/questions-missing";
import { toldResult } from "@/lib/report/told-result";
import { servingAnswers, servingScope, type ServingAnswers } from "@/lib/report/serving-answers";

/** A result with who looks at it and how far they may look. */
export type LoadedResult = SettingResult & {
  user: CurrentUser;
  /** The stored answers behind the figures; null for who may not read answers. */
  serving: ServingAnswers | null;
  showSensitive: boolean;
  /** The pages about it that this person may not open. */
  mayNot: readonly ResultPageName[];
  /** The page of the answer behind a capability's figures; null for who may not read answers. */
  answerHref: (capability: Capability) => string | null;
  /** Where an action begins that raises a capability to a level; null for who may not plan. */
  planHref: (capability: Capability, to: number) => string | null;
};

/**
 * The signed-in person and the result of one care setting; whoever may not see it gets a 404. Worked out once a
 * request, for the page and its title.
 */
export const loadResult = cache(async (assessmentId: string, setting: string): Promise<LoadedResult> => {
  const user = await requireUser();
  const seen = await orKept(assessmentId, resultSeenBy(user, assessmentId, setting));
  if (!seen) notFound();
  return seen;
});

/** The result of one care setting as somebody may see it; null where they may not. */
async function resultSeenBy(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
): Promise<LoadedResult | null> {
  const found = await resultOf(user, assessmentId, setting);
  return found && asLoaded(user, found);
}

/** A result with how far somebody may look into it. */
export function asLoaded(user: CurrentUser, found: SettingResult): LoadedResult {
  const assessmentId = found.assessment.id;
  const { organisationId } = found.assessment;
  const serving = found.rows && servingAnswers(found.setting, found.rows);
  const showSensitive = may(user, "see sensitive items", organisationId);
  return {
    ...found,
    result: toldResult(found.framework, found.setting, found.result, { showSensitive }).result,
    user,
    serving,
    showSensitive,
    mayNot: [
      ...(may(user, "export the gap report", organisationId) ? [] : (["report"] as const)),
      ...(may(user, "see current results", organisationId) ? [] : (["targets"] as const)),
    ],
    answerHref: answerHrefOf(assessmentId, found.setting, serving),
    planHref: (capability, to) =>
      serving && may(user, "plan", organisationId)
        ? planFromPath(found.assessment.organisation.odsCode, {
            capabilityId: capability.id,
            scope: servingScope(capability, found.setting, serving),
            to,
          })
        : null,
  };
}

/** Leads to the page of the answer behind a capability's figures; nowhere without the answers. */
export function answerHrefOf(
  assessmentId: string,
  setting: CareSetting,
  serving: Parameters<typeof servingScope>[2] | null,
): LoadedResult["answerHref"] {
  return (capability) =>
    serving &&
    answerPagePath({
      assessmentId,
      capabilityId: capability.id,
      scope: servingScope(capability, setting, serving),
    });
}
