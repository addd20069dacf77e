import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { answersOf } from "@/lib/data/answers";
import { getFramework } from "@/lib/data/frameworks";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import { resultOf } from "@/lib/data/results";
import { type Snapshot, snapshotsOf } from "@/lib/data/snapshots";
import type { CareSetting } from "@/lib/framework/schema";
import type { BehindResult, SignedResult } from "@/lib/report/board-panel";
import { servingAnswers } from "@/lib/report/serving-answers";

/** The signed-off results of one care setting, newest first, with the answers behind the newest. */
export type SettingHistory = {
  setting: CareSetting;
  results: readonly [SignedResult, ...SignedResult[]];
  behind: BehindResult;
};

export type LoadedBoard = { trust: Organisation; showSensitive: boolean; histories: SettingHistory[] };

/** The trust and what it signed off; whoever may not see the board view gets a 404. Once a request. */
export const loadBoard = cache(async (ods: string): Promise<LoadedBoard> => {
  const user = await requireUser();
  const trust = await organisationByCode(user, ods);
  if (!trust || !may(user, "see the board view", trust.id)) notFound();
  const snapshots = await snapshotsOf(user, trust.id);
  const signOffs = latestOfEachRound(snapshots.filter(({ kind }) => kind === "sign_off"));
  const settings = trust.careSettings.filter((setting) => signOffs.some(({ results }) => results[setting]));
  const histories = await Promise.all(settings.map((setting) => historyOf(user, setting, signOffs)));
  return {
    trust,
    showSensitive: may(user, "see sensitive items", trust.id),
    histories: histories.filter((history) => history !== null),
  };
});

/** A round that was reopened and signed again has several; the last one counts. */
function latestOfEachRound(newestFirst: readonly Snapshot[]): Snapshot[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ assessmentId }) => !seen.has(assessmentId) && seen.add(assessmentId));
}

async function historyOf(
  user: CurrentUser,
  setting: CareSetting,
  signOffs: readonly Snapshot[],
): Promise<SettingHistory | null> {
  const [latest, ...earlier] = (
    await Promise.all(signOffs.map((snapshot) => signedResult(setting, snapshot)))
  ).filter((result) => result !== null);
  const [snapshot] = signOffs.filter(({ results }) => results[setting]);
  if (!latest || !snapshot) return null;
  return { setting, results: [latest, ...earlier], behind: await answersBehind(user, setting, snapshot) };
}

async function signedResult(setting: CareSetting, snapshot: Snapshot): Promise<SignedResult | null> {
  const result = snapshot.results[setting];
  if (!result) return null;
  const { assessmentId, round, frameworkId, frameworkVersion, byName, byRole, at } = snapshot;
  const framework = await getFramework(frameworkId, frameworkVersion);
  return { assessmentId, round, framework, result, signedBy: { byName, byRole, at } };
}

/** Null once the round is open again: its answers are drafts then, which a board never sees. */
async function answersBehind(
  user: CurrentUser,
  setting: CareSetting,
  snapshot: Snapshot,
): Promise<BehindResult> {
  const [found, rows] = await Promise.all([
    resultOf(user, snapshot.assessmentId, setting),
    answersOf(user, snapshot.assessmentId),
  ]);
  if (found?.signedOff?.id !== snapshot.id) return null;
  const { answers, targets } = found;
  return { answers, targets, serving: rows && servingAnswers(setting, rows) };
}
