"use server";

import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { planOf } from "@/lib/data/plan";
import { changeAction } from "@/lib/data/planned-actions";
import { actionPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { LINES_LIMIT, type PlannedAction } from "@/lib/plan/action";
import { hasOwn } from "@/lib/plan/money";
import { afterSaving } from "../after-saving";
import { theirLines } from "../their-lines";
import { benefitFields, costFields, removeLineFields } from "./line-fields";

/** Adds or changes a cost of an action. */
export const saveCostAction = formAction(costFields, async (user, { ods, id, version, line, cost }) =>
  change(user, { ods, id, version }, "costs", line, (costs) => put(costs, cost)),
);

/** Adds or changes a benefit of an action. */
export const saveBenefitAction = formAction(
  benefitFields,
  async (user, { ods, id, version, line, benefit }) => {
    const trust = await organisationByCode(user, ods);
    if (!trust || !may(user, "plan", trust.id)) return notFound();
    const { countedIn, kind } = benefit;
    if (countedIn !== null) {
      const there = (await planOf(user, trust.id))?.actions.find((one) => one.id === countedIn);
      if (!there || there.id === id || there.status === "ended" || !hasOwn(there, kind))
        return {
          fields: {
            countedIn: "Choose an action that has a benefit of this kind of its own, or leave it empty",
          },
        };
    }
    return change(user, { ods, id, version }, "benefits", line, (benefits) => put(benefits, benefit));
  },
);

/** Takes a cost away; the history keeps it. */
export const removeCostAction = formAction(removeLineFields, async (user, { line, ...place }) =>
  change(user, place, "costs", line, (costs) => costs.filter(({ id }) => id !== line)),
);

/** Takes a benefit away; the history keeps it. */
export const removeBenefitAction = formAction(removeLineFields, async (user, { line, ...place }) =>
  change(user, place, "benefits", line, (benefits) => benefits.filter(({ id }) => id !== line)),
);

type Place = { ods: string; id: string; version: number };

async function change<Part extends "costs" | "benefits">(
  user: Parameters<typeof changeAction>[0],
  { ods, id, version }: Place,
  part: Part,
  line: string,
  edit: (lines: PlannedAction[Part]) => PlannedAction[Part] | readonly PlannedAction[Part][number][],
): Promise<ActionResult> {
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  let tooMany = false;
  const outcome = await changeAction(user, trust.id, { id, version }, part, (action) => {
    // What was given up stands as it was; of what is finished, figures may still be put right.
    if (action.status === "ended") return null;
    const lines = edit(action[part]);
    tooMany = lines.length > LINES_LIMIT;
    return tooMany ? null : { ...action, [part]: lines };
  });
  if (tooMany) return { errors: [`An action holds at most ${LINES_LIMIT} lines. Take one away first.`] };
  return afterSaving(
    outcome,
    () => actionPath(trust.odsCode, id),
    (current) => theirLines(current, part, line),
  );
}

/** The line in its place where it stood, or at the end. */
function put<Line extends { id: string }>(lines: readonly Line[], line: Line): Line[] {
  return lines.some(({ id }) => id === line.id)
    ? lines.map((one) => (one.id === line.id ? line : one))
    : [...lines, line];
}
