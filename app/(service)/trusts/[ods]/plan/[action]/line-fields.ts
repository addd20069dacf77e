import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readTogether } from "@/lib/http/read-fields";
import { benefitBoxes, benefitTyped, costBoxes, costTyped } from "@/lib/plan/typed-line";
import { actionPlace } from "../action-fields";

/** Which line of an action a form is about: its id, or "new" for one more. */
const linePlace = actionPlace.extend({ line: z.string() });

const idOf = (line: string) => (line === "new" ? randomUUID() : line);

/** A cost line, against the version of the action it was read at. */
export const costFields = readTogether(linePlace.extend(costBoxes.shape), (typed, wrong) => {
  const { ods, id, version, line } = typed;
  return { ods, id, version, line, cost: { id: idOf(line), ...costTyped(typed, wrong) } };
});

/** A benefit line, against the version of the action it was read at. */
export const benefitFields = readTogether(linePlace.extend(benefitBoxes.shape), (typed, wrong) => {
  const { ods, id, version, line } = typed;
  return { ods, id, version, line, benefit: { id: idOf(line), ...benefitTyped(typed, wrong) } };
});

/** Takes a line away. */
export const removeLineFields = linePlace;
