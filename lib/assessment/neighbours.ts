import type { CareSetting, Framework } from "@/lib/framework/schema";
import { type Task, tasksOf } from "./tasks";

/**
 * The tasks before and after one, in the order of the task list. A setting's own answer to a trust-wide capability
 * has the neighbours of the trust's answer. `among` leaves out what the person does not see.
 */
export function neighboursOf(
  framework: Framework,
  careSettings: readonly CareSetting[],
  place: { capabilityId: string; scope: string },
  among: (task: Task) => boolean = () => true,
): { previous: Task | null; next: Task | null } {
  const tasks = tasksOf(framework, careSettings, []).filter(among);
  const same = (task: Task) => task.capability.id === place.capabilityId;
  const exact = tasks.findIndex((task) => same(task) && task.scope === place.scope);
  const index = exact >= 0 ? exact : tasks.findIndex(same);
  return { previous: tasks[index - 1] ?? null, next: index < 0 ? null : (tasks[index + 1] ?? null) };
}
