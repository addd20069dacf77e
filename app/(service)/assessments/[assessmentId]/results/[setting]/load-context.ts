import { cache } from "react";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { findFramework } from "@/lib/data/frameworks";
import { type ResultContext, resultInContext } from "@/lib/data/result-context";
import { findCapability } from "@/lib/framework/find";
import type { Capability } from "@/lib/framework/schema";
import { orKept } from "@/lib/http/questions-missing";
import { secondLooks } from "@/lib/report/plausibility";
import { type ReviewerSeries, reviewerSeries } from "@/lib/report/reviewer-series";
import { changeSince } from "@/lib/report/score-trend";
import { servingScope } from "@/lib/report/serving-answers";
import { type ShownSpread, shownSpreads } from "@/lib/report/view-spreads";
import { asLoaded, type LoadedResult } from "./load-result";

export type LoadedContext = {
  /** Null where no reviewer's level differs, or they are not for this person to see. */
  reviewer: ReviewerSeries | null;
  /** What is worth a second look, a sentence each. */
  looks: string[];
  /** How far colleagues' views of its questions lie from each other; empty for who may not see views. */
  spreads: ShownSpread[];
};

/**
 * The signed-in person, the result of one care setting and what stands beside it, read at one moment; whoever may not
 * see it gets a 404. Worked out once a request.
 */
export const loadResultInContext = cache(
  async (assessmentId: string, setting: string): Promise<LoadedResult & LoadedContext> => {
    const user = await requireUser();
    const read = await orKept(assessmentId, resultInContext(user, assessmentId, setting));
    if (!read) notFound();
    const loaded = asLoaded(user, read.result);
    return { ...loaded, ...(await contextOf(loaded, read.beside)) };
  },
);

async function contextOf(
  { framework, setting, result, answers, serving, documented }: LoadedResult,
  { beside, before, spreads }: ResultContext,
): Promise<LoadedContext> {
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
}
