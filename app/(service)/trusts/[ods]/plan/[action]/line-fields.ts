import { randomUUID } from "node:crypto";
import { z } from "zod";
import { together } from "@/lib/http/read-fields";
import { benefitBoxes, benefitTyped, costBoxes, costTyped } from "@/lib/plan/typed-line";
import { actionPlace, nothingWrong, wrongIn } from "../action-fields";

/** Which line of an action a form is about: its id, or "new" for one more. */
const linePlace = actionPlace.extend({ line: z.string() });

const idOf = (line: string) => (line === "new" ? randomUUID() : line);

/** A cost line, against the version of the action it was read at. */
export const costFields = linePlace
  .extend(costBoxes.shape)
  .superRefine((typed, context) => void costTyped(typed, wrongIn(context)), together)
  .transform((typed) => {
    const { ods, id, version, line } = typed;
    return { ods, id, version, line, cost: { id: idOf(line), ...costTyped(typed, nothingWrong) } };
  });

/** A benefit line, against the version of the action it was read at. */
export const benefitFields = linePlace
  .extend(benefitBoxes.shape)
  .superRefine((typed, context) => void benefitTyped(typed, wrongIn(context)), together)
  .transform((typed) => {
    const { ods, id, version, line } = typed;
    return { ods, id, version, line, benefit: { id: idOf(line), ...benefitTyped(typed, nothingWrong) } };
  });

/** Takes a line away. */
export const removeLineFields = linePlace;
