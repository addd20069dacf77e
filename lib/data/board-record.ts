import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import type { MessageWording } from "@/lib/report/key-messages";
import type { Audience } from "@/lib/report/unnamed";
import { frontSheetIn, type KeptFrontSheet } from "./front-sheet";
import { type KeptAnswers, keptAnswersIn } from "./kept-answers";
import { wordingsIn } from "./message-wording";
import { type Plan, planAsSeen, seenOfPlan, storedPlanIn } from "./plan";
import { type Snapshot, signOffsIn, snapshotsIn } from "./snapshots";
import { approvedTargetsIn, type Target } from "./targets";
import { type TenantTransaction, withTenant } from "./tenant";

/** What a trust signed off, as its board is shown it. */
export type BoardRecord = {
  /** Newest first; of each round the last one. */
  signOffs: Snapshot[];
  /** Empty for who may not see what is not signed off. */
  checkpoints: Snapshot[];
  /**
   * What sign-offs keep, by snapshot id: the newest of each care setting and the one before it, or all where that was
   * asked for.
   */
  kept: ReadonlyMap<string, KeptAnswers>;
  /** Challenges that are open now, by assessment. */
  openChallenges: ReadonlyMap<string, number>;
  /** Targets of rounds that are not signed off, approved as they stand. */
  approvedTargets: Target[];
  /** Rounds that were opened again since they were signed. */
  beingRevised: ReadonlySet<string>;
  /** How the key messages were worded for this audience, by snapshot and care setting (`wordingKey`). */
  wordings: ReadonlyMap<string, MessageWording>;
  /** What the audience and the person may see of the plan; null where that is nothing. */
  plan: Plan | null;
  /** Of the board's papers; null unless it was asked for, and for who may not take them out. */
  frontSheet: KeptFrontSheet | null;
};

type Asked = { rounds: number; keptOf: "the newest" | "all"; frontSheet: boolean };

/** The rounds that a trend goes back to on the board's first page. */
export const ROUNDS_SHOWN = 5;

/** All that a board is shown of an organisation, as it was at one moment; null for who may not see it. */
export async function boardRecord(
  user: CurrentUser,
  organisationId: string,
  audience: Audience,
  { rounds = ROUNDS_SHOWN, keptOf = "the newest", frontSheet = false }: Partial<Asked> = {},
): Promise<BoardRecord | null> {
  if (!may(user, "see the board view", organisationId)) return null;
  const seesDrafts = may(user, "see current results", organisationId);
  const seesOfPlan = seenOfPlan(user, organisationId, audience);
  const takesPapers = frontSheet && may(user, "export board packs", organisationId);
  const { stored, ...record } = await withTenant(user, { atOneMoment: true }, async (tx) => {
    const signOffs = await signOffsIn(tx, organisationId, rounds);
    const newest = newestOfEach(signOffs);
    const newestIds = newest.map(({ id }) => id);
    const assessmentIds = newest.map(({ assessmentId }) => assessmentId);
    return {
      signOffs,
      checkpoints: seesDrafts
        ? await snapshotsIn(tx, organisationId, { kind: "checkpoint" }, rounds * 2)
        : [],
      kept: await keptAnswersIn(
        tx,
        organisationId,
        keptOf === "all" ? signOffs.map(({ id }) => id) : newestIds,
      ),
      approvedTargets: await approvedTargetsIn(tx, organisationId),
      wordings: await wordingsIn(tx, organisationId, newestIds, audience),
      ...(await standingIn(tx, organisationId, assessmentIds)),
      stored: seesOfPlan && (await storedPlanIn(tx, organisationId, seesOfPlan)),
      frontSheet: takesPapers ? await frontSheetIn(tx, organisationId) : null,
    };
  });
  return { ...record, plan: stored && (await planAsSeen(user, organisationId, stored)) };
}

/** The newest sign-off of each care setting and the one before it, each once. */
function newestOfEach(signOffs: readonly Snapshot[]): Snapshot[] {
  const settings = [...new Set(signOffs.flatMap(({ results }) => Object.keys(results) as CareSetting[]))];
  return [
    ...new Set(settings.flatMap((setting) => signOffs.filter(({ results }) => results[setting]).slice(0, 2))),
  ];
}

async function standingIn(tx: TenantTransaction, organisationId: string, assessmentIds: readonly string[]) {
  const ids = [...new Set(assessmentIds)];
  const open = { where: { state: { in: ["open", "answered"] } } };
  const rounds = await tx.assessment.findMany({
    where: { organisationId, id: { in: ids } },
    select: { id: true, state: true, _count: { select: { challenges: open } } },
  });
  const revised = rounds.filter(({ state }) => state !== "signed_off");
  return {
    openChallenges: new Map(rounds.map(({ id, _count }) => [id, _count.challenges])),
    beingRevised: new Set(revised.map(({ id }) => id)),
  };
}
