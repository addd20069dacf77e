import { cache } from "react";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type BoardRecord, boardRecord } from "@/lib/data/board-record";
import { findFramework } from "@/lib/data/frameworks";
import type { KeptFrontSheet } from "@/lib/data/front-sheet";
import { wordingKey } from "@/lib/data/message-wording";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import type { Snapshot } from "@/lib/data/snapshots";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { planSummary, type PlanSummary } from "@/lib/plan/plan-summary";
import type { SignedResult } from "@/lib/report/board-panel";
import { type BoardReport, boardReport, type BoardSectionSource } from "@/lib/report/board-report";
import { isoDate } from "@/lib/report/dates";
import type { KeptScore } from "@/lib/report/score-trend";
import { overDimensions } from "@/lib/report/targets";
import type { Audience } from "@/lib/report/unnamed";

export type LoadedBoard = {
  user: CurrentUser;
  trust: Organisation;
  report: BoardReport;
  /** Null for who may not see the plan. */
  plan: PlanSummary | null;
  /** Of the board's papers; null unless they are asked for, and for who may not take them out. */
  frontSheet: KeptFrontSheet | null;
};

/** Which board report an address asks for: the private one unless it says otherwise. */
export function audienceAsked(version: string | string[] | undefined): Audience {
  return version === "public" ? "public" : "private";
}

/**
 * What a trust's board is shown, with the front sheet for its papers; whoever may not see it gets a 404. Once a request,
 * for the page and its title.
 */
export const loadBoard = cache(
  async (ods: string, audience: Audience, forPapers: "for papers" | null = null): Promise<LoadedBoard> => {
    const seen = await boardSeenBy(await requireUser(), ods, audience, { frontSheet: forPapers !== null });
    if (!seen) notFound();
    return seen;
  },
);

/** What a trust's board is shown, all of one moment and as somebody may see it; null where they may not. */
export async function boardSeenBy(
  user: CurrentUser,
  ods: string,
  audience: Audience,
  { frontSheet }: { frontSheet: boolean } = { frontSheet: false },
): Promise<LoadedBoard | null> {
  const trust = await organisationByCode(user, ods);
  const record = trust && (await boardRecord(user, trust.id, audience, { frontSheet }));
  if (!trust || !record) return null;
  const frameworks = await frameworksOf([...record.signOffs, ...record.checkpoints]);
  const madeOn = new Date();
  const seen = may(user, "see the plan", trust.id) ? record.plan : null;
  const plan = seen && planSummary(seen.actions, { ...seen, today: isoDate(madeOn) });
  const report = boardReport({
    audience,
    plan: plan && plan.phases.length > 0 ? plan : null,
    showSensitive: may(user, "see sensitive items", trust.id),
    organisation: { odsCode: trust.odsCode, name: trust.name },
    madeOn,
    sections: trust.careSettings.flatMap((setting) => sectionOf(setting, record, frameworks)),
  });
  return { user, trust, report, plan, frontSheet: record.frontSheet };
}

type Frameworks = ReadonlyMap<string, Framework>;

const versionOf = ({ frameworkId, frameworkVersion }: Snapshot) => `${frameworkId}@${frameworkVersion}`;

/** The framework versions of snapshots. One that is missing is left out: its figures cannot be put in words. */
export async function frameworksOf(snapshots: readonly Snapshot[]): Promise<Frameworks> {
  const versions = new Map(snapshots.map((snapshot) => [versionOf(snapshot), snapshot]));
  const found = await Promise.all(
    [...versions].map(async ([key, { frameworkId, frameworkVersion }]) => {
      const framework = await findFramework(frameworkId, frameworkVersion);
      return framework ? [[key, framework] as const] : [];
    }),
  );
  return new Map(found.flat());
}

function sectionOf(setting: CareSetting, record: BoardRecord, frameworks: Frameworks): BoardSectionSource[] {
  const [latest, ...earlier] = record.signOffs.flatMap((snapshot): SignedResult[] =>
    keptScore(setting, snapshot, frameworks).map((kept) => ({ ...kept, signedBy: snapshot })),
  );
  const snapshot = record.signOffs.find(({ id }) => id === latest?.snapshotId);
  const kept = record.kept.get(snapshot?.id ?? "");
  const behind = kept?.settings.get(setting);
  if (!latest || !snapshot || !kept || !behind) return [];
  const openChallenges = record.openChallenges.get(latest.assessmentId) ?? 0;
  const evidenced = snapshot.evidenced[setting] ?? null;
  const approvedSince = overDimensions(latest.framework, record.approvedTargets);
  return [
    {
      setting,
      results: [latest, ...earlier],
      checkpoints: record.checkpoints.flatMap((one) => keptScore(setting, one, frameworks)),
      behind: { ...behind, evidenced, review: kept.review, approvedSince, openChallenges },
      beingRevised: record.beingRevised.has(latest.assessmentId),
      wording: record.wordings.get(wordingKey(latest.snapshotId, setting)) ?? null,
    },
  ];
}

/** What a snapshot keeps of one care setting; nothing where it has none, or its framework version is missing. */
export function keptScore(setting: CareSetting, snapshot: Snapshot, frameworks: Frameworks): KeptScore[] {
  const { id: snapshotId, assessmentId, kind, name, round, at, results } = snapshot;
  const [framework, result] = [frameworks.get(versionOf(snapshot)), results[setting]];
  return framework && result ? [{ snapshotId, assessmentId, kind, name, round, at, framework, result }] : [];
}
