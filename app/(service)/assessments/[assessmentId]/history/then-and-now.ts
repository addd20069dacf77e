import { answersFor } from "@/lib/assessment/answers-for-setting";
import { scoringAnswer, type StoredAnswer } from "@/lib/assessment/stored-answer";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { overallInFigures, stageInWords } from "@/lib/report/stage-words";
import { levelOf } from "@/lib/scoring/level";
import { score } from "@/lib/scoring/score";

type Rows = readonly StoredAnswer[];

/** Stage and score of each care setting over two sets of answers. */
export function resultsThenAndNow(
  framework: Framework,
  careSettings: readonly CareSetting[],
  then: Rows,
  now: Rows,
) {
  const figures = (setting: CareSetting, rows: Rows): [string, string] => {
    const result = score(framework, setting, answersFor(framework, setting, rows));
    return [stageInWords(framework, result), overallInFigures(result)];
  };
  return careSettings.map((setting) => ({
    setting,
    then: figures(setting, then),
    now: figures(setting, now),
  }));
}

/** The answers whose level is another one now, in framework order. */
export function levelsThenAndNow(
  framework: Framework,
  careSettings: readonly CareSetting[],
  then: Rows,
  now: Rows,
): { task: Task; from: string; to: string }[] {
  const before = new Map(then.map((row) => [`${row.capabilityId} ${row.scope}`, row]));
  return tasksOf(framework, careSettings, now).flatMap((task) => {
    const from = levelInWords(task, before.get(`${task.capability.id} ${task.scope}`));
    const to = levelInWords(task, task.answer);
    return from === to ? [] : [{ task, from, to }];
  });
}

function levelInWords({ capability, settings }: Task, answer: StoredAnswer | undefined): string {
  if (!answer || answer.withdrawn) return "Not answered";
  if (answer.notApplicable !== null) return "Does not apply";
  const { low, high } = levelOf(capability, settings, scoringAnswer(answer));
  return low === high ? String(low) : `${low} to ${high}`;
}
