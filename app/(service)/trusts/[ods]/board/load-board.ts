import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "@/lib/access/policy";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { requireUser } from "@/lib/auth/current-user";
import { findFramework } from "@/lib/data/frameworks";
import { type Organisation, organisationByCode } from "@/lib/data/organisations";
import { type Snapshot, signOffsOf } from "@/lib/data/snapshots";
import { type SignedAnswers, signedAnswers } from "@/lib/data/signed-answers";
import type { CareSetting } from "@/lib/framework/schema";
import type { BehindResult, SignedResult } from "@/lib/report/board-panel";
import { servingAnswers } from "@/lib/report/serving-answers";

/** The signed-off results of one care setting, newest first, with the answers behind the newest. */
export type SettingHistory = {
  setting: CareSetting;
  results: readonly [SignedResult, ...SignedResult[]];
  behind: BehindResult;
  /** The newest round was opened again since. */
  beingRevised: boolean;
};

export type LoadedBoard = { trust: Organisation; showSensitive: boolean; histories: SettingHistory[] };

/** The trust and what it signed off; whoever may not see the board view gets a 404. Once a request. */
export const loadBoard = cache(async (ods: string): Promise<LoadedBoard> => {
  const user = await requireUser();
  const trust = await organisationByCode(user, ods);
  if (!trust || !may(user, "see the board view", trust.id)) notFound();
  const snapshots = await signOffsOf(user, trust.id);
  const signOffs = (await Promise.all(snapshots.map(withFramework))).flat();
  const answers = new Map<string, SignedAnswers | null>();
  const histories: SettingHistory[] = [];
  for (const setting of trust.careSettings) {
    const [latest, ...earlier] = signOffs.flatMap((signOff) => signedResult(setting, signOff));
    if (!latest) continue;
    const { assessmentId } = latest;
    // Usually one round for all care settings: its answers are read once.
    if (!answers.has(assessmentId)) answers.set(assessmentId, await signedAnswers(user, assessmentId));
    const behind = answersBehind(setting, latest, answers.get(assessmentId) ?? null);
    const beingRevised = answers.get(assessmentId) === null;
    histories.push({ setting, results: [latest, ...earlier], behind, beingRevised });
  }
  return { trust, showSensitive: may(user, "see sensitive items", trust.id), histories };
});

/** None where its framework version is missing: its figures cannot be put in words. */
async function withFramework(snapshot: Snapshot) {
  const framework = await findFramework(snapshot.frameworkId, snapshot.frameworkVersion);
  return framework ? [{ snapshot, framework }] : [];
}

function signedResult(
  setting: CareSetting,
  { snapshot, framework }: Awaited<ReturnType<typeof withFramework>>[number],
): SignedResult[] {
  const { assessmentId, round, results } = snapshot;
  const result = results[setting];
  return result ? [{ assessmentId, round, framework, result, signedBy: snapshot }] : [];
}

function answersBehind(
  setting: CareSetting,
  { framework }: SignedResult,
  signed: SignedAnswers | null,
): BehindResult {
  if (!signed) return null;
  const { rows, targets } = signed;
  return { answers: answersFor(framework, setting, rows), targets, serving: servingAnswers(setting, rows) };
}
