import { cache } from "react";
import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type BoardRecord, boardRecord } from "@/lib/data/board-record";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { actionPath, answerHistoryPath } from "@/lib/http/addresses";
import type { PlannedAction } from "@/lib/plan/action";
import type { RoundChange } from "@/lib/report/change";
import { isoDate } from "@/lib/report/dates";
import { type Moved, movedBetween, scoreTrend, type TrendEntry } from "@/lib/report/score-trend";
import { toldResult } from "@/lib/report/told-result";
import { actionsBehind, whyMoved, type WhyMoved } from "@/lib/report/why-moved";
import { frameworksOf, keptScore } from "../board/load-board";

/** The years that a trend goes back. */
const ROUNDS = 25;

/** From one signed-off round to the next: what moved and why. */
export type TrendStep = {
  from: string;
  to: string;
  compared: RoundChange | null;
  moved: ReturnType<typeof movedBetween>;
  /** Left out where the answers of one of the two rounds were not kept. */
  why?: (moved: Moved) => WhyMoved;
  /** The finished actions that met what is new, among those the person may see. */
  actions: (moved: Moved) => { title: string; href: string }[];
  historyHref: (moved: Moved) => string | null;
};

export type SettingTrend = {
  setting: CareSetting;
  name: string;
  /** Newest first, checkpoints among them for who may see those. */
  entries: TrendEntry[];
  /** Newest first. */
  steps: TrendStep[];
};

type Looking = {
  odsCode: string;
  showSensitive: boolean;
  readsAnswers: boolean;
  /** The plan as far as the person may see it. */
  planned: readonly PlannedAction[];
};

/** The trend of every care setting of a trust; whoever may not see its board view gets a 404. Once a request. */
export const loadTrend = cache(
  async (ods: string): Promise<{ trust: Organisation; trends: SettingTrend[] }> => {
    const user = await requireUser();
    const trust = await organisationByCode(user, ods);
    const record = trust && (await boardRecord(user, trust.id, "private", { rounds: ROUNDS, keptOf: "all" }));
    if (!trust || !record) notFound();
    const frameworks = await frameworksOf([...record.signOffs, ...record.checkpoints]);
    const looking = {
      odsCode: trust.odsCode,
      planned: record.plan?.actions ?? [],
      showSensitive: may(user, "see sensitive items", trust.id),
      readsAnswers: may(user, "read answers", trust.id),
    };
    const trends = trust.careSettings.flatMap((setting) => {
      const kept = [...record.signOffs, ...record.checkpoints]
        .flatMap((snapshot) => keptScore(setting, snapshot, frameworks))
        .map((one) => ({ ...one, result: toldResult(one.framework, setting, one.result, looking).result }));
      const entries = scoreTrend(setting, kept);
      const [latest] = entries;
      if (!latest || entries.every(({ kind }) => kind === "checkpoint")) return [];
      const name = settingName(latest.framework, setting);
      return [{ setting, name, entries, steps: stepsOf(setting, entries, record, looking) }];
    });
    return { trust, trends };
  },
);

function stepsOf(
  setting: CareSetting,
  entries: readonly TrendEntry[],
  { kept }: BoardRecord,
  { odsCode, showSensitive, readsAnswers, planned }: Looking,
): TrendStep[] {
  return entries.flatMap((entry): TrendStep[] => {
    if (entry.kind !== "sign_off" || !entry.change) return [];
    const { since, compared } = entry.change;
    const { framework, assessmentId } = entry;
    const then = kept.get(since.snapshotId)?.settings.get(setting)?.answers;
    const now = kept.get(entry.snapshotId)?.settings.get(setting)?.answers;
    const rounds = then && now && { framework, setting, before: then, now };
    return [
      {
        from: since.round,
        to: entry.round,
        compared,
        moved: movedBetween(setting, since, entry, { showSensitive }),
        ...(rounds && { why: (moved: Moved) => whyMoved(rounds, moved) }),
        actions: (moved) =>
          (rounds ? actionsBehind(rounds, moved, planned, isoDate(entry.at)) : []).map(({ id, title }) => ({
            title,
            href: actionPath(odsCode, id),
          })),
        historyHref: ({ id }) => {
          const scope = findCapability(framework, id)?.scope;
          if (!readsAnswers || !scope) return null;
          const place = { assessmentId, capabilityId: id };
          return answerHistoryPath({ ...place, scope: scope === "organisation" ? scope : setting });
        },
      },
    ];
  });
}
