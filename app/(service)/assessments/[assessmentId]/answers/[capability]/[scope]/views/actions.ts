"use server";

import { bodyFromForm, type FormFields } from "@/lib/assessment/answer-form";
import { notFound } from "@/lib/auth/not-found";
import { recordAgreed } from "@/lib/data/agreed-answer";
import { giveView } from "@/lib/data/give-view";
import { askForViews, letOff } from "@/lib/data/voices";
import { answerPagePath, viewsPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { dayOf } from "@/lib/report/dates";
import { agreedFields, askFields, giveFields, letOffFields } from "./view-fields";

/** Asks colleagues for their own view of a question. */
export const askAction = formAction(askFields, async (user, typed): Promise<ActionResult> => {
  const { people, due, note, ...place } = typed;
  if (due && due < dayOf(new Date())) return { fields: { due: "The date must be today or in the future" } };
  const outcome = await askForViews(user, place, { personIds: people, due, note });
  switch (outcome.kind) {
    case "asked":
      return { goTo: `${viewsPath(place)}?asked=${outcome.people}` };
    case "cannot_give":
      return {
        fields: {
          people: "Somebody you chose has left or sees this answer by now, so nobody was asked. Choose again",
        },
      };
    case "closed":
      return { errors: ["This round is in review or signed off, so nobody can be asked."] };
    case "not_found":
      return notFound();
  }
});

/** Lets somebody off who has not given a view. */
export const letOffAction = formAction(letOffFields, async (user, { person, ...place }) =>
  (await letOff(user, place, person)) ? { goTo: viewsPath(place) } : notFound(),
);

/** Keeps the person's own view. */
export const giveAction = formAction(giveFields, async (user, typed): Promise<ActionResult> => {
  const { assessmentId, capabilityId, scope } = typed;
  const place = { assessmentId, capabilityId, scope };
  const outcome = await giveView(user, place, bodyFromForm(textsOf(typed)));
  switch (outcome.kind) {
    case "given":
      return { goTo: `${viewsPath(place)}?given=yes` };
    case "invalid":
      return { fields: fieldsOf(outcome.problems) };
    case "stale":
      return {
        errors: [
          "You gave a view in another window meanwhile. Open this page again there and change that one.",
        ],
      };
    case "closed":
      return { errors: ["This round is in review or signed off, so views can no longer be given."] };
    case "not_found":
      return notFound();
  }
});

/** Records what was agreed as the answer. */
export const agreedAction = formAction(agreedFields, async (user, typed): Promise<ActionResult> => {
  const { version, level, reason, ...place } = typed;
  const outcome = await recordAgreed(user, place, { version, level, reason });
  switch (outcome.kind) {
    case "saved":
      return { goTo: `${answerPagePath(place)}?saved=yes` };
    case "stale":
      return {
        errors: [
          "Somebody saved the answer since you opened this page. Read it, then record what you agreed.",
        ],
      };
    case "locked":
      return { errors: ["This round is in review or signed off, so its answers cannot be changed."] };
    case "invalid":
      return { errors: outcome.problems.map(({ message }) => message) };
    case "not_answered":
      return { fields: { level: "There is no answer yet that could stand. Choose a level" } };
    default:
      return notFound();
  }
});

function textsOf(typed: Readonly<Record<string, unknown>>): FormFields {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  );
}

/** What is wrong with a view, by the field it stands beside. */
function fieldsOf(problems: readonly { path: string; message: string }[]): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ path, message }) => {
      if (path === "") return ["level", "Choose a level"];
      return [path.startsWith("/notApplicable") ? "reason" : path.slice(1), message];
    }),
  );
}
