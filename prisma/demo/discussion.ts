import type { CurrentUser } from "@/lib/access/user";
import { assessmentsOf } from "@/lib/data/assessments";
import { moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { addComment } from "@/lib/data/comments";
import { writeSummary } from "@/lib/data/review-summaries";
import type { Level } from "@/lib/framework/schema";

type Said = { capability: string; level: Level; reason: string; reply?: string };

/** What reviewers say against answers, by trust; one that has a reply is answered and still open. */
const challenges: Readonly<Record<string, readonly Said[]>> = {
  ZZC: [
    {
      capability: "c06-3",
      level: 1,
      reason: "The last exercise was for the old dispatch system. We found no test of the present one.",
    },
    {
      capability: "c06-1",
      level: 4,
      reason: "The board has had a cyber report at each of its last four meetings. This looks underrated.",
      reply: "Thank you. We will look at the minutes again before we decide.",
    },
  ],
};

const summaries: Readonly<Record<string, { sampled: number; text: string }>> = {
  ZZC: {
    sampled: 12,
    text: "Most answers we looked at have something behind them. Recovery is the exception, and it is a safeguard.",
  },
};

/** What colleagues say, by trust. */
const comments: Readonly<Record<string, readonly { capability: string; text: string }[]>> = {
  ZZA: [
    {
      capability: "c06-3",
      text: "The restore test of the imaging archive is booked for January. Shall we wait for it before we answer?",
    },
  ],
};

/** Fills what is said about the open round of a trust. */
export async function fillDiscussion(
  odsCode: string,
  organisationId: string,
  lead: CurrentUser,
  reviewer: CurrentUser | null,
): Promise<void> {
  const open = (await assessmentsOf(lead, organisationId)).find(({ state }) => state !== "signed_off");
  if (!open) return;
  const place = (capabilityId: string) => ({
    assessmentId: open.id,
    capabilityId,
    scope: "organisation",
  });
  for (const { capability, text } of comments[odsCode] ?? []) {
    must(await addComment(lead, place(capability), { text, mentions: [] }), "said");
  }
  if (!reviewer) return;
  for (const { capability, level, reason, reply } of challenges[odsCode] ?? []) {
    const raised = await raiseChallenge(reviewer, place(capability), { level, reason });
    if (raised.kind !== "raised") throw new Error(`${odsCode} ${capability}: ${raised.kind}`);
    if (!reply) continue;
    must(await moveChallenge(lead, place(capability), raised.id, { do: "answer", text: reply }), "done");
  }
  const summary = summaries[odsCode];
  if (summary) await writeSummary(reviewer, open.id, { ...summary, confidence: "medium", risk: "medium" });
}

function must(outcome: { kind: string }, wanted: string): void {
  if (outcome.kind !== wanted) throw new Error(`The demo's discussion stopped: ${JSON.stringify(outcome)}`);
}
