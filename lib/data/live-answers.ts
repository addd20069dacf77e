import "server-only";
import { readsWhose } from "@/lib/access/answering";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { questionKey } from "@/lib/assessment/assignment";
import type { LiveChange } from "@/lib/assessment/live-change";
import { type AnswerScope, settingsServed } from "@/lib/assessment/scopes";
import { answerStatus } from "@/lib/assessment/status";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import { findCapability } from "@/lib/framework/find";
import { levelOf } from "@/lib/scoring/level";
import { answerIn } from "./answers";
import { assigneeIn } from "./assignments";
import { assessmentFacts, type AssessmentFacts } from "./assessment-facts";
import { type Change, hearChanges } from "./change-channel";
import { findFramework } from "./frameworks";
import { namesOf } from "./people";
import { questionWork } from "./question-work";
import { withTenant } from "./tenant";
import { owingIn } from "./voices";

export type LiveEvents = {
  saved(answer: LiveChange): void;
  /** The version of every answer the person may read, by question: at first, and after some may have gone unheard. */
  standing(versions: Readonly<Record<string, number>>): void;
  stopping(): void;
};

/**
 * Follows what is saved in an assessment from now on; returns how to stop, or null where the person may read nothing
 * of it. Each change is read anew once in this process, and reaches those who may read that answer now.
 */
export async function followAnswers(
  user: CurrentUser,
  assessmentId: string,
  events: LiveEvents,
): Promise<(() => void) | null> {
  const facts = await assessmentFacts(user, assessmentId);
  const whose = facts && readsWhose(user, facts.organisationId, assessmentId);
  if (!facts || !whose) return null;
  const changes = async (list: readonly Change[]) => {
    for (const change of list) {
      if (change.assessmentId !== assessmentId || change.organisationId !== facts.organisationId) continue;
      const found = await readOnce(facts, change);
      if (found && (whose === "all" || isTheirs(found, user))) events.saved(found.answer);
    }
  };
  const catchUp = async () => {
    const versions = await versionsOf(user, assessmentId);
    if (versions) events.standing(versions);
  };
  // While the database is away there is nothing to tell; the channel says when it is back.
  const later = () => void catchUp().catch(() => undefined);
  const stop = hearChanges({
    changes: (list) => void changes(list).catch(() => undefined),
    missed: later,
    stopping: events.stopping,
  });
  later();
  return stop;
}

/** Theirs to follow: assigned to them, and no view of their own is owed that must be given blind. */
function isTheirs({ assignee, owing }: Found, { personId }: CurrentUser): boolean {
  return assignee === personId && !owing.includes(personId);
}

async function versionsOf(user: CurrentUser, assessmentId: string): Promise<Record<string, number> | null> {
  const work = await questionWork(user, assessmentId);
  return work && Object.fromEntries(work.rows.map((row) => [questionKey(row), row.version]));
}

type Found = { answer: LiveChange; assignee: string | null; owing: string[] };

/** The reading of a change, shared by everybody in this process who hears of it. */
const readings = new WeakMap<Change, Promise<Found | null>>();

function readOnce(facts: AssessmentFacts, change: Change): Promise<Found | null> {
  const known = readings.get(change) ?? read(facts, change);
  readings.set(change, known);
  return known;
}

async function read(facts: AssessmentFacts, change: Change): Promise<Found | null> {
  const { organisationId, assessmentId, capabilityId, scope } = change;
  const framework = await findFramework(facts.frameworkId, facts.frameworkVersion);
  const capability = framework && findCapability(framework, capabilityId);
  if (!capability) return null;
  const address = { assessmentId, capabilityId, scope };
  const found = await withTenant(systemActor(organisationId), {}, async (tx) => ({
    row: await answerIn(tx, organisationId, address),
    assignee: await assigneeIn(tx, organisationId, address),
    owing: await owingIn(tx, organisationId, address),
  }));
  if (!found.row) return null;
  const { row, assignee, owing } = found;
  const settings = settingsServed(capability, facts.careSettings, scope as AnswerScope);
  const { low, high } = levelOf(capability, settings, scoringAnswer(row));
  const names = await namesOf([row.savedById]);
  const answer = {
    capabilityId,
    scope,
    version: row.version,
    status: answerStatus(capability, settings, row),
    level: { low, high },
    by: names.get(row.savedById) ?? "A former colleague",
    at: row.savedAt.toISOString(),
  };
  return { answer, assignee, owing };
}
