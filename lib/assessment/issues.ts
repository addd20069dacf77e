import { taskKey } from "./chase";
import type { ReviewFacts } from "./review-facts";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { isComplete } from "./status";
import { scoringAnswer, type StoredAnswer } from "./stored-answer";
import { type Task, tasksOf } from "./tasks";

export type IssueKind =
  | "challenged"
  | "unanswered"
  | "not_confirmed"
  | "low_confidence"
  | "no_evidence"
  | "views_apart"
  | "all_the_same";

/** Something to look at before review. A blocking issue stops the round being sent; a warning is kept with it. */
export type Issue = {
  kind: IssueKind;
  blocking: boolean;
  message: string;
  /** The answer it is about; null where it is about the assessment as a whole. */
  task: Task | null;
};

/** From this many answers on, the same level for every one of them is worth a second look (scoring rules, 5). */
const ENOUGH_TO_COMPARE = 10;

/** What blocks sending a round for review or is worth a second look, over the answers given. */
export function issuesOf(
  framework: Framework,
  { careSettings }: { careSettings: readonly CareSetting[] },
  rows: readonly StoredAnswer[],
  facts: ReviewFacts,
): Issue[] {
  const tasks = tasksOf(framework, careSettings, rows);
  const levelOfTask = ({ capability, settings, answer }: Task) =>
    answer ? levelOf(capability, settings, scoringAnswer(answer)).low : 1;
  return [
    ...openChallenges(tasks, facts),
    ...issuesBeforeReview(tasks, levelOfTask),
    ...claimedWithoutEvidence(tasks, facts, levelOfTask),
    ...viewsFarApart(tasks, facts),
  ];
}

/** Levels 4 and 5 are worth a second look where nothing documented shows them (design: product). */
function claimedWithoutEvidence(
  tasks: readonly Task[],
  { documented }: ReviewFacts,
  levelOfTask: (task: Task) => number,
): Issue[] {
  return tasks
    .filter((task) => task.status === "answered" && levelOfTask(task) >= 4 && !documented.has(taskKey(task)))
    .map((task) => ({
      kind: "no_evidence",
      blocking: false,
      message: `Level ${levelOfTask(task)} without documented evidence`,
      task,
    }));
}

/** Colleagues who were asked see a question quite differently (design: product, "voices far apart"). */
function viewsFarApart(tasks: readonly Task[], { apart }: ReviewFacts): Issue[] {
  return tasks
    .filter((task) => apart.has(taskKey(task)))
    .map((task) => ({
      kind: "views_apart",
      blocking: false,
      message: "Colleagues' views are far apart, and no agreed answer is recorded",
      task,
    }));
}

/** A challenge that is still open blocks (design: product, "Check and send for review"). */
function openChallenges(tasks: readonly Task[], { challenged }: ReviewFacts): Issue[] {
  return tasks
    .filter((task) => challenged.has(taskKey(task)))
    .map((task) => ({ kind: "challenged", blocking: true, message: "A challenge is open", task }));
}

/** What blocks sending for review, then what is worth a second look, each in framework order. */
export function issuesBeforeReview(tasks: readonly Task[], levelOfTask: (task: Task) => number): Issue[] {
  const blocking = tasks.filter((task) => !isComplete(task.status)).map(blockingIssue);
  const unsure = tasks
    .filter((task) => isComplete(task.status) && task.answer?.confidence === "low")
    .map((task) => ({
      kind: "low_confidence" as const,
      blocking: false,
      message: "Answered with low confidence",
      task,
    }));
  return [...blocking, ...unsure, ...allTheSame(tasks, levelOfTask)];
}

function blockingIssue(task: Task): Issue {
  if (task.answer?.evidenceExpired) {
    return {
      kind: "not_confirmed",
      blocking: true,
      message: "Evidence has expired: confirm that it still holds",
      task,
    };
  }
  if (task.status === "carried_forward") {
    return { kind: "not_confirmed", blocking: true, message: "Carried forward and not confirmed", task };
  }
  const message = task.status === "not_started" ? "Not answered" : "Not finished: the level can still change";
  return { kind: "unanswered", blocking: true, message, task };
}

function allTheSame(tasks: readonly Task[], levelOfTask: (task: Task) => number): Issue[] {
  const levels = tasks.filter((task) => task.status === "answered").map(levelOfTask);
  if (levels.length < ENOUGH_TO_COMPARE || new Set(levels).size > 1) return [];
  const message = `Every answer is at level ${levels[0]}. Check that this is what you mean`;
  return [{ kind: "all_the_same", blocking: false, message, task: null }];
}
