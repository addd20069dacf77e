"use server";

import { taskKey } from "@/lib/assessment/chase";
import { tasksOf } from "@/lib/assessment/tasks";
import { notFound } from "@/lib/auth/not-found";
import { assign, type Question } from "@/lib/data/assignments";
import { type QuestionWork, questionWork } from "@/lib/data/question-work";
import { answeringPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { dayOf } from "@/lib/report/dates";
import { assignFields } from "./assign-fields";

/** Asks a colleague to answer the questions that were ticked, and goes to the list of who has what. */
export const assignAction = formAction(assignFields, async (user, fields): Promise<ActionResult> => {
  const { assessmentId, person: personId, due, note } = fields;
  const work = await questionWork(user, assessmentId);
  if (!work) return notFound();
  if (due && due < dayOf(new Date())) return { fields: { due: "The date must be today or in the future" } };
  const questions = questionsTicked(work, fields);
  const outcome = await assign(user, assessmentId, { questions, personId, due, note });
  switch (outcome.kind) {
    case "assigned":
      return { goTo: `${answeringPath(assessmentId)}?assigned=${outcome.questions}` };
    case "cannot_answer":
      return {
        fields: { person: "This person has left or cannot answer questions here. Choose somebody else" },
      };
    case "closed":
      return { errors: ["This round is in review or signed off, so its questions cannot be assigned."] };
    case "not_found":
      return notFound();
  }
});

function questionsTicked(
  { framework, assessment, rows }: QuestionWork,
  { questions, dimensions }: { questions: string[]; dimensions: string[] },
): Question[] {
  const whole = new Set(
    framework.dimensions
      .filter(({ id }) => dimensions.includes(id))
      .flatMap(({ capabilities }) => capabilities.map(({ id }) => id)),
  );
  return tasksOf(framework, assessment.careSettings, rows)
    .filter((task) => whole.has(task.capability.id) || questions.includes(taskKey(task)))
    .map(({ capability, scope }) => ({ capabilityId: capability.id, scope }));
}
