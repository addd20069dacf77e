import "server-only";
import { may } from "@/lib/access/policy";
import { type CurrentUser, organisationsOpenTo } from "@/lib/access/user";
import { contentServing } from "@/lib/assessment/carry-forward";
import { type AnswerScope, mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import { type StoredAnswer, scoringAnswer } from "@/lib/assessment/stored-answer";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { mayReadAnswer } from "./answer-access";
import { type AnswerAddress, answerIn, answersIn } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { findFramework, getFramework } from "./frameworks";
import { saveAnswer, type SaveOutcome } from "./save-answer";
import { withTenant } from "./tenant";

/** Where an answer could be copied to, with what stands there now. */
export type CopyTarget = {
  assessmentId: string;
  organisationId: string;
  organisation: string;
  scope: AnswerScope;
  /** The version to copy over; 0 where nothing has been saved. */
  version: number;
  /** The level it has now; null where it is not answered. */
  level: { low: number; high: number } | null;
};

/**
 * The other scopes of the same round, and the open rounds of other trusts that the person answers for: those of a group
 * they lead. Null where the answer is not theirs to read.
 */
export async function copyTargets(user: CurrentUser, from: AnswerAddress): Promise<CopyTarget[] | null> {
  const facts = await assessmentFacts(user, from.assessmentId);
  if (!facts || !(await mayReadAnswer(user, facts, from))) return null;
  const organisationIds = organisationsOpenTo(user).filter((id) => may(user, "answer questions", id));
  const rounds = await withTenant(user, {}, async (tx) => {
    const open = await tx.assessment.findMany({
      where: {
        organisationId: { in: organisationIds },
        state: "in_progress",
        frameworkId: facts.frameworkId,
        // Of its own trust the round it belongs to, of another the one that is open.
        OR: [{ id: from.assessmentId }, { organisationId: { not: facts.organisationId } }],
      },
      select: {
        id: true,
        organisationId: true,
        frameworkVersion: true,
        careSettings: true,
        organisation: { select: { name: true } },
      },
    });
    const found: { round: (typeof open)[number]; rows: StoredAnswer[] }[] = [];
    for (const round of open) {
      found.push({
        round,
        rows: await answersIn(tx, round.organisationId, round.id, from.capabilityId),
      });
    }
    return found;
  });
  const targets: CopyTarget[] = [];
  for (const { round, rows } of rounds) {
    const framework = await findFramework(facts.frameworkId, round.frameworkVersion);
    const capability = framework && findCapability(framework, from.capabilityId);
    if (!capability) continue;
    const settings = round.careSettings as CareSetting[];
    for (const scope of ["organisation", ...settings]) {
      if (round.id === from.assessmentId && scope === from.scope) continue;
      if (!mayAnswerIn(capability, settings, scope)) continue;
      const row = rows.find((one) => one.scope === scope);
      const standing = row && !row.withdrawn ? row : undefined;
      targets.push({
        assessmentId: round.id,
        organisationId: round.organisationId,
        organisation: round.organisation.name,
        scope,
        version: row?.version ?? 0,
        level: standing
          ? levelsOnly(
              levelOf(capability, settingsServed(capability, settings, scope), scoringAnswer(standing)),
            )
          : null,
      });
    }
  }
  return targets;
}

function levelsOnly({ low, high }: { low: number; high: number }) {
  return { low, high };
}

/**
 * Copies an answer to another scope or trust, where somebody still has to confirm it. Changes nothing where the answer
 * there was saved since `version` was read.
 */
export async function copyAnswer(
  user: CurrentUser,
  from: AnswerAddress,
  to: { assessmentId: string; scope: string; version: number },
  key: string,
): Promise<SaveOutcome> {
  const [source, target] = [
    await assessmentFacts(user, from.assessmentId),
    await assessmentFacts(user, to.assessmentId),
  ];
  if (!source || !target || !(await mayReadAnswer(user, source, from))) return { kind: "not_found" };
  // A copy is for whoever answers for both; saving asks again for the place it goes to.
  if (!may(user, "answer questions", source.organisationId)) return { kind: "not_found" };
  const framework = await getFramework(target.frameworkId, target.frameworkVersion);
  const capability = findCapability(framework, from.capabilityId);
  const { scope } = to;
  if (!capability || source.frameworkId !== target.frameworkId) return { kind: "not_found" };
  if (!mayAnswerIn(capability, target.careSettings, scope)) return { kind: "not_found" };
  const row = await withTenant(user, {}, (tx) => answerIn(tx, source.organisationId, from));
  const content =
    row &&
    !row.withdrawn &&
    contentServing(capability, settingsServed(capability, target.careSettings, scope), row);
  if (!content) return { kind: "not_found" };
  const { criteria, notApplicable, note, confidence } = content;
  const said = notApplicable === null ? { criteria } : { notApplicable: { reason: notApplicable } };
  const address = { assessmentId: to.assessmentId, capabilityId: from.capabilityId, scope };
  return saveAnswer(
    user,
    address,
    key,
    { version: to.version, ...said, note, confidence },
    {
      kind: "copied",
      toConfirm: true,
      inState: "in_progress",
      because: {
        copiedFrom: from.scope,
        ...(source.organisationId !== target.organisationId && { copiedFromTrust: source.organisationId }),
      },
    },
  );
}
