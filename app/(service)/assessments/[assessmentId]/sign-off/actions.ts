"use server";

import { notFound } from "@/lib/auth/not-found";
import { signOff } from "@/lib/data/sign-off";
import { trustPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { signingFields } from "./signing-fields";

/** Signs a round off, in person or for a committee, and goes to the trust's home, where the next one is open. */
export const signOffAction = formAction(signingFields, async (user, { id, ods, committee }) => {
  const outcome = await signOff(user, id, new Date(), committee);
  switch (outcome.kind) {
    case "moved":
      return { goTo: `${trustPath(encodeURIComponent(ods))}?done=signed` };
    case "own_work":
      return { errors: ["You sent this round for review, so somebody else has to sign it off."] };
    case "wrong_state":
      return { errors: ["This round is no longer waiting to be signed off."] };
    case "blocked":
      return { errors: [`The round was not signed: ${stillInTheWay(outcome.blocking)}.`] };
    default:
      return notFound();
  }
});

function stillInTheWay(things: number): string {
  return things === 1 ? "1 thing still stands in the way" : `${things} things still stand in the way`;
}
