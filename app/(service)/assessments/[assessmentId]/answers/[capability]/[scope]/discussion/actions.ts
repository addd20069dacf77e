"use server";

import { notFound } from "@/lib/auth/not-found";
import { type ChallengeOutcome, moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { addComment, resolveComment } from "@/lib/data/comments";
import { discussionPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import {
  acceptFields,
  challengeFields,
  commentFields,
  replyFields,
  resolveFields,
  withdrawFields,
} from "./discussion-fields";
import { raiseResult } from "./raise-result";

type Place = { assessmentId: string; capabilityId: string; scope: string };

/** Challenges an answer with another level and a reason. */
export const challengeAction = formAction(challengeFields, async (user, { level, reason, ...place }) =>
  raiseResult(await raiseChallenge(user, place, { level, reason }), discussionPath(place)),
);

/** Answers a challenge, or upholds the trust's answer with a reason. */
export const replyAction = formAction(replyFields, async (user, { challenge, use, reply, ...place }) =>
  resultOf(place, await moveChallenge(user, place, challenge, { do: use, text: reply })),
);

/** Accepts a challenge: the answer becomes the reviewer's level. */
export const acceptAction = formAction(acceptFields, async (user, { challenge, version, ...place }) =>
  resultOf(place, await moveChallenge(user, place, challenge, { do: "accept", version })),
);

/** Takes one's own challenge back. */
export const withdrawAction = formAction(withdrawFields, async (user, { challenge, ...place }) =>
  resultOf(place, await moveChallenge(user, place, challenge, { do: "withdraw" })),
);

function resultOf(place: Place, outcome: ChallengeOutcome): ActionResult {
  switch (outcome.kind) {
    case "done":
      return { goTo: discussionPath(place) };
    case "closed":
      return { errors: ["This challenge is settled already, or the round is signed off."] };
    case "stale":
      return {
        errors: ["Somebody changed the answer since you opened this page. Read it, then decide again."],
      };
    default:
      return notFound();
  }
}

/** Says something about an answer. */
export const commentAction = formAction(commentFields, async (user, { key, text, mentions, ...place }) => {
  const outcome = await addComment(user, place, { text, mentions, ...(key && { key }) });
  switch (outcome.kind) {
    case "said":
      return { goTo: discussionPath(place) };
    case "cannot_see":
      return {
        fields: {
          mentions: "Somebody you chose may not see this answer, so the comment was not sent. Choose again",
        },
      };
    default:
      return notFound();
  }
});

/** Marks a comment as dealt with. */
export const resolveAction = formAction(resolveFields, async (user, { comment, ...place }) =>
  (await resolveComment(user, place, comment)) ? { goTo: discussionPath(place) } : notFound(),
);
