import { cache } from "react";
import { findFramework } from "@/lib/data/frameworks";
import { resultContext } from "@/lib/data/result-context";
import { findCapability } from "@/lib/framework/find";
import { secondLooks } from "@/lib/report/plausibility";
import { type ReviewerSeries, reviewerSeries } from "@/lib/report/reviewer-series";
import { changeSince } from "@/lib/report/score-trend";
import { servingScope } from "@/lib/report/serving-answers";
import type { LoadedResult } from "./load-result";

export type LoadedContext = {
  /** Null where no reviewer's level differs, or they are not for this person to see. */
  reviewer: ReviewerSeries | null;
  /** What is worth a second look, a sentence each. */
  looks: string[];
};

/** What stands beside a result: the reviewer's series, and what about it is worth a second look. Once a request. */
export const loadContext = cache(async (loaded: LoadedResult): Promise<LoadedContext> => {
  const { user, assessment, framework, setting, result, answers, signedOff, serving, documented } = loaded;
  const { beside, before } = await resultContext(user, assessment, signedOff);
  const then = before?.results[setting];
  const older = before && then && (await findFramework(before.frameworkId, before.frameworkVersion));
  const compared =
    older && then && result.stage.final
      ? changeSince(setting, { framework: older, result: then }, { framework, result })
      : null;
  const scopeOf = (id: string) => {
    const capability = findCapability(framework, id);
    return capability ? servingScope(capability, setting, serving ?? new Map()) : setting;
  };
  return {
    reviewer: reviewerSeries(framework, setting, answers, beside, scopeOf),
    looks: secondLooks(result, {
      change: compared && before ? { since: before.round, by: compared.by } : null,
      documented,
    }),
  };
});
