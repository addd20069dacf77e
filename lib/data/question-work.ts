import "server-only";
import { readsWhose } from "@/lib/access/answering";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type Assignment, type HandedBack, questionKey } from "@/lib/assessment/assignment";
import { isComplete } from "@/lib/assessment/status";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { tasksOf } from "@/lib/assessment/tasks";
import type { Voice } from "@/lib/assessment/voice";
import type { Framework } from "@/lib/framework/schema";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { assignmentsIn, handedBackIn } from "./assignments";
import { getFramework } from "./frameworks";
import { type SystemInSetting, systemsIn } from "./gap-views";
import { namesOf } from "./people";
import { withTenant } from "./tenant";
import { voicesIn } from "./voices";

/** An assessment as somebody works on it: all its questions, or those that are theirs. */
export type QuestionWork = {
  assessment: Assessment;
  framework: Framework;
  /** Whether the person sees every question, or only those assigned to them. */
  sees: "all" | "their own";
  /** The answers they may read. */
  rows: StoredAnswer[];
  /** What is assigned now, among the questions they see. */
  assignments: Assignment[];
  /** Who was asked for their own view of these questions: all of them, or the person alone. */
  voices: Voice[];
  /** Of one capability, the system it lies in and who can unblock it; empty for a whole round. */
  systems: SystemInSetting[];
  /** What came back and is nobody's; empty for whoever sees only their own. */
  handedBack: HandedBack[];
  /** How far the whole round has come. */
  progress: { done: number; all: number };
  /** Names by person id of whoever saved an answer, has a question or handed one back. */
  names: ReadonlyMap<string, string>;
};

/**
 * An assessment with what the person may see of it; with `capabilityId` only that capability, and then without the
 * round's progress. Null where it is missing, or nothing of it is theirs to see.
 */
export async function questionWork(
  user: CurrentUser,
  assessmentId: string,
  capabilityId?: string,
): Promise<QuestionWork | null> {
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    const sees = assessment && readsWhose(user, assessment.organisationId, assessment.id);
    if (!assessment || !sees) return null;
    const { organisationId } = assessment;
    const rows = await answersIn(tx, organisationId, assessmentId, capabilityId);
    const assignments = await assignmentsIn(tx, organisationId, assessmentId, capabilityId);
    const handedBack =
      sees === "all" && capabilityId === undefined
        ? await handedBackIn(tx, organisationId, assessmentId)
        : [];
    const seesViews = may(user, "see views", organisationId);
    const voices = await voicesIn(tx, organisationId, assessmentId, {
      ...(capabilityId !== undefined && { capabilityId }),
      ...(!seesViews && { personId: user.personId }),
    });
    const systems =
      capabilityId === undefined ? [] : await systemsIn(tx, organisationId, assessmentId, capabilityId);
    return { assessment, sees, rows, assignments, voices, handedBack, systems };
  });
  if (!found) return null;
  await noteLook(user, found.assessment.organisationId);
  const { assessment } = found;
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const progress = progressOf(framework, assessment, capabilityId === undefined ? found.rows : []);
  const seen = found.sees === "all" ? found : { ...found, ...ownOf(user, found) };
  return { ...seen, framework, progress, names: await namesIn(user, seen) };
}

/** Of a question they owe their own view of they see nothing else until they gave it. */
function ownOf(
  user: CurrentUser,
  { rows, assignments, voices, systems }: Pick<QuestionWork, "rows" | "assignments" | "voices" | "systems">,
) {
  const owed = new Set(voices.filter(({ state }) => state === "asked").map(questionKey));
  const own = assignments.filter((one) => one.personId === user.personId && !owed.has(questionKey(one)));
  const keys = new Set(own.map(questionKey));
  return {
    assignments: own,
    rows: rows.filter((row) => keys.has(questionKey(row))),
    systems: own.length > 0 ? systems : [],
  };
}

function progressOf(framework: Framework, { careSettings }: Assessment, rows: readonly StoredAnswer[]) {
  const tasks = tasksOf(framework, careSettings, rows);
  return { done: tasks.filter(({ status }) => isComplete(status)).length, all: tasks.length };
}

/** One's own name is known: the page of an answer one gave oneself needs no question for it. */
async function namesIn(
  { personId, name }: CurrentUser,
  { rows, assignments, handedBack }: Pick<QuestionWork, "rows" | "assignments" | "handedBack">,
): Promise<Map<string, string>> {
  const ids = [
    ...rows.flatMap(({ savedById, enteredForId }) => [savedById, ...(enteredForId ? [enteredForId] : [])]),
    ...assignments.flatMap((assignment) => [assignment.personId, assignment.assignedById]),
    ...handedBack.map((back) => back.personId),
  ].filter((id) => id !== personId);
  const names = ids.length > 0 ? await namesOf(ids) : new Map<string, string>();
  return names.set(personId, name);
}
