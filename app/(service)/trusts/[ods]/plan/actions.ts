"use server";

import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { copyPlannedAction } from "@/lib/data/copy-planned-action";
import { organisationByCode } from "@/lib/data/organisations";
import { planOf } from "@/lib/data/plan";
import { planGround } from "@/lib/data/plan-ground";
import {
  addAction,
  changeAction,
  endAction,
  isJustAdded,
  putActionForward,
  takeUpAction as takeUpPlannedAction,
} from "@/lib/data/planned-actions";
import { actionPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { isChangeable, type Serves } from "@/lib/plan/action";
import { alreadyMet, type Ground, notAsked } from "@/lib/plan/criteria-of-plan";
import { isoDate } from "@/lib/report/dates";
import { copyFields, copyToTrust } from "../copy-to-trust";
import {
  actionPlace,
  changedActionFields,
  criteriaFields,
  endFields,
  newActionFields,
} from "./action-fields";
import { afterSaving } from "./after-saving";

const SAME =
  "An action with this title is in the plan already. Change that one, or word this one differently";
const PAST = "The due date must be today or in the future";

/** Adds an action, with the criteria it was begun from. */
export const addActionAction = formAction(newActionFields, async (user, { ods, key, content, serves }) => {
  const trust = await organisationByCode(user, ods);
  if (!trust || !may(user, "plan", trust.id)) return notFound();
  if (content.dueOn < isoDate(new Date())) return { fields: { due: PAST } };
  const added = { ...content, serves, costs: [], benefits: [], finishedOn: null, endedReason: "" };
  // Whoever goes back after saving has a fresh form before them: it must not make a second one of the same.
  const same = (await planOf(user, trust.id))?.actions.find(
    ({ title, status }) => status !== "ended" && title.toLowerCase() === content.title.toLowerCase(),
  );
  const isSecondClick = same?.id === key && same && isJustAdded(same, added);
  if (same && !isSecondClick) return { fields: { title: SAME } };
  const ground = await planGround(user, trust.id);
  const fault = ground && faultIn(ground, serves, []);
  if (fault) return { fields: { criteria: fault } };
  const outcome = await addAction(user, trust.id, added, key);
  return afterSaving(outcome, (id) => actionPath(trust.odsCode, id));
});

/** Changes what an action says, but for its criteria, costs and benefits. */
export const changeActionAction = formAction(
  changedActionFields,
  async (user, { ods, id, version, content }) => {
    const trust = await organisationByCode(user, ods);
    if (!trust) return notFound();
    const today = isoDate(new Date());
    let past = false;
    const outcome = await changeAction(user, trust.id, { id, version }, "changed", (action) => {
      // A day that has passed may stand; nobody may newly choose one.
      past = isChangeable(action) && content.dueOn !== action.dueOn && content.dueOn < today;
      if (past) return null;
      const { status } = isChangeable(action) && isChangeable(content) ? content : action;
      return { ...action, ...content, status };
    });
    if (past) return { fields: { due: PAST } };
    return afterSaving(outcome, () => actionPath(trust.odsCode, id));
  },
);

/** Says which criteria an action will meet. */
export const changeCriteriaAction = formAction(criteriaFields, async (user, { ods, id, version, serves }) => {
  const trust = await organisationByCode(user, ods);
  const ground = trust && (await planGround(user, trust.id));
  if (!trust) return notFound();
  let fault: string | null = null;
  const outcome = await changeAction(user, trust.id, { id, version }, "criteria", (action) => {
    fault = ground ? faultIn(ground, serves, action.serves) : null;
    return isChangeable(action) && !fault ? { ...action, serves } : null;
  });
  if (fault) return { fields: { criteria: fault } };
  return afterSaving(outcome, () => actionPath(trust.odsCode, id));
});

/** Ends an action early; it stays on record with its reason. */
export const endActionAction = formAction(endFields, async (user, { ods, id, version, reason }) => {
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  return afterSaving(await endAction(user, trust.id, { id, version }, reason), () =>
    actionPath(trust.odsCode, id),
  );
});

/** Puts a draft forward, so that the board, papers and figures have it. */
export const putForwardAction = formAction(actionPlace, async (user, { ods, id, version }) => {
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  return afterSaving(await putActionForward(user, trust.id, { id, version }), () =>
    actionPath(trust.odsCode, id),
  );
});

/** Copies an action to another trust of the group, as a draft to be put forward there. */
export const copyPlannedActionAction = formAction(
  copyFields,
  copyToTrust({
    copy: copyPlannedAction,
    pathOf: (odsCode, id) => actionPath(odsCode, id),
    there: (trust) => `An action with this title is in the plan of ${trust} already.`,
  }),
);

/** Takes up again what was finished or ended. */
export const takeUpAction = formAction(actionPlace, async (user, { ods, id, version }) => {
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  return afterSaving(await takeUpPlannedAction(user, trust.id, { id, version }), () =>
    actionPath(trust.odsCode, id),
  );
});

/** What is wrong with criteria that are new to an action: met already, or not asked; null where nothing is. */
function faultIn(ground: Ground, serves: readonly Serves[], before: readonly Serves[]): string | null {
  const had = new Set(before.flatMap(({ criteria }) => criteria));
  const added = serves.map((one) => ({ ...one, criteria: one.criteria.filter((id) => !had.has(id)) }));
  const met = alreadyMet(ground, added);
  if (met.length > 0) {
    const texts = met.map(({ criterion }) => `“${criterion.text}”`).join(", ");
    return `An action cannot meet what is met already. Save again without ${texts}`;
  }
  return notAsked(ground, added).length > 0
    ? "Some of these are not asked in this round. Choose them again"
    : null;
}
