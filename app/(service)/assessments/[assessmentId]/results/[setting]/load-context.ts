import { cache } from "react";
import { findFramework } from "@/lib/data/frameworks";
import { resultContext } from "@/lib/data/result-context";
import { findCapability } from "@/lib/framework/find";
import type { Capability } from "@/lib/framework/schema";
import { secondLooks } from "@/lib/report/plausibility";
import { type ReviewerSeries, reviewerSeries } from "@/lib/report/reviewer-series";
import { changeSince } from "@/lib/report/score-trend";
import { servingScope } from "@/lib/report/serving-answers";
import { type ShownSpread, shownSpreads } from "@/lib/report/view-spreads";
import type { LoadedResult } from "./load-result";

export type LoadedContext = {
  /** Null where no reviewer's level differs, or they are not for this person to see. */
  reviewer: ReviewerSeries | null;
  /** What is worth a second look, a sentence each. */
  looks: string[];
  /** How far colleagues' views of its questions lie from each other; empty for who may not see views. */
  spreads: ShownSpread[];
};

/** What stands beside a result: the reviewer's series, and what about it is worth a second look. Once a request. */
export const loadContext = cache(async (loaded: LoadedResult): Promise<LoadedContext> => {
  const { user, assessment, framework, setting, result, answers, signedOff, serving, documented } = loaded;
  const { beside, before, spreads } = await resultContext(user, assessment, signedOff);
  const then = before?.results[setting];
  const older = before && then && (await findFramework(before.frameworkId, before.frameworkVersion));
  const compared =
    older && then && result.stage.final
      ? changeSince(setting, { framework: older, result: then }, { framework, result })
      : null;
  const scopeOf = (capability: Capability) => servingScope(capability, setting, serving ?? new Map());
  const scopeOfId = (id: string) => {
    const capability = findCapability(framework, id);
    return capability ? scopeOf(capability) : setting;
  };
  const shown = shownSpreads(framework, setting, spreads, scopeOf);
  return {
    reviewer: reviewerSeries(framework, setting, answers, beside, scopeOfId),
    looks: secondLooks(result, {
      change: compared && before ? { since: before.round, by: compared.by } : null,
      documented,
      apart: shown.filter(({ farApart, settled }) => farApart && !settled).map(({ title }) => title),
    }),
    spreads: shown,
  };
});
