"use server";

import { notFound } from "@/lib/auth/not-found";
import { moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { challengedAnswerPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import {
  challengeFields,
  withdrawFields,
} from "../../../answers/[capability]/[scope]/discussion/discussion-fields";
import { raiseResult } from "../../../answers/[capability]/[scope]/discussion/raise-result";

/** Challenges an answer of which level and reason are shown, and stays there. */
export const challengeLevelAction = formAction(challengeFields, async (user, { level, reason, ...place }) =>
  raiseResult(await raiseChallenge(user, place, { level, reason }), challengedAnswerPath(place)),
);

/** Takes one's own challenge back, and stays there. */
export const withdrawFromLevelAction = formAction(withdrawFields, async (user, { challenge, ...place }) => {
  const { kind } = await moveChallenge(user, place, challenge, { do: "withdraw" });
  if (kind === "done") return { goTo: challengedAnswerPath(place) };
  if (kind === "closed")
    return { errors: ["This challenge is settled already, or the round is signed off."] };
  return notFound();
});
