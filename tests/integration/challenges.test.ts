import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { answerHistory } from "@/lib/data/answer-history";
import { getAnswer } from "@/lib/data/answers";
import { challengesOf, challengesOfRound, moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { addComment, commentsOf, openComments, resolveComment } from "@/lib/data/comments";
import { challengeRepliesOf, mentionsOf } from "@/lib/data/notices";
import { setRoles } from "@/lib/data/organisation-people";
import { resultOf } from "@/lib/data/results";
import { reviewFactsOf } from "@/lib/data/review-facts";
import { summariesOf, writeSummary } from "@/lib/data/review-summaries";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { withTenant } from "@/lib/data/tenant";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let reviewer: CurrentUser;
let approver: CurrentUser;
let stranger: CurrentUser;
let board: CurrentUser;
let round: string;

const place = (capabilityId: string) => ({ assessmentId: round, capabilityId, scope: "organisation" });

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  [lead, reviewer, approver, board] = [
    await trust.let("digital_lead"),
    await trust.let("reviewer"),
    await trust.let("approver"),
    await trust.let("board_viewer"),
  ];
  stranger = await (await makeTrust()).let("digital_lead", "reviewer");
  round = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
  await answerAll(lead, round, 3);
});

async function raise(capabilityId: string, level: 1 | 2 | 4 | 5 = 2): Promise<string> {
  const raised = await raiseChallenge(reviewer, place(capabilityId), { level, reason: "Not what we saw" });
  if (raised.kind !== "raised") throw new Error(raised.kind);
  return raised.id;
}

describe("I review a round and challenge an answer", () => {
  let id: string;

  test("with another level and a reason; the round is not sent while it is open", async () => {
    id = await raise("c06-3");
    expect(await challengesOf(lead, place("c06-3"))).toMatchObject([{ level: 2, state: "open" }]);
    expect((await reviewFactsOf(lead, round))?.challenged).toEqual(new Set(["c06-3/organisation"]));
    expect(await sendForReview(lead, round)).toEqual({ kind: "blocked", blocking: 1 });
    expect(await getAnswer(lead, place("c06-3"))).toMatchObject({ version: 1 });
  });

  test("one at a time, not with the level it has, and nobody else does", async () => {
    const again = { level: 1 as const, reason: "Again" };
    expect(await raiseChallenge(reviewer, place("c06-3"), again)).toEqual({ kind: "already_open" });
    expect(await raiseChallenge(reviewer, place("c06-2"), { level: 3, reason: "Same" })).toEqual({
      kind: "same_level",
    });
    for (const who of [lead, approver, board, stranger]) {
      expect(await raiseChallenge(who, place("c06-2"), again)).toEqual({ kind: "not_found" });
    }
    expect(await challengesOf(stranger, place("c06-3"))).toBeNull();
    expect(await challengesOfRound(board, round)).toBeNull();
  });

  test("the lead replies, and it stays open; a reply with nothing in it is none", async () => {
    expect(await moveChallenge(lead, place("c06-3"), id, { do: "answer", text: " " })).toEqual({
      kind: "text_missing",
    });
    expect(await challengeRepliesOf(reviewer, trust.id)).toEqual([]);
    await moveChallenge(lead, place("c06-3"), id, { do: "answer", text: "See the report" });
    expect(await challengeRepliesOf(reviewer, trust.id)).toMatchObject([
      {
        ...{ id, assessmentId: round, state: "answered", byName: lead.name },
        question: "6.3 Continuity and disaster recovery, tested (Whole trust)",
      },
    ]);
    const other = await trust.let("reviewer");
    for (const who of [other, lead, board, stranger])
      expect(await challengeRepliesOf(who, trust.id)).toEqual([]);
    expect(await challengesOf(reviewer, place("c06-3"))).toMatchObject([
      { state: "answered", reply: "See the report", repliedById: lead.personId },
    ]);
    expect(await sendForReview(lead, round)).toMatchObject({ kind: "blocked" });
  });

  test("what was replied before stays, whoever replies at the same moment", async () => {
    const texts = ["It is on page 4", "And in the minutes"];
    await Promise.all(texts.map((text) => moveChallenge(lead, place("c06-3"), id, { do: "answer", text })));
    const [challenge] = (await challengesOf(reviewer, place("c06-3"))) ?? [];
    expect(challenge?.earlierReplies[0]).toMatchObject({ text: "See the report", byName: lead.name });
    const said = [...(challenge?.earlierReplies ?? []).map(({ text }) => text), challenge?.reply];
    expect(said.sort()).toEqual(["See the report", ...texts].sort());
  });

  test("the trust keeps its answer: the reviewer's level stays beside it, in the snapshot too", async () => {
    expect(await moveChallenge(reviewer, place("c06-3"), id, { do: "uphold", text: "No" })).toEqual({
      kind: "not_found",
    });
    expect(
      await moveChallenge(lead, place("c06-3"), id, { do: "uphold", text: "We tested it in May" }),
    ).toEqual({ kind: "done" });
    expect(await moveChallenge(lead, place("c06-3"), id, { do: "answer", text: "More" })).toEqual({
      kind: "closed",
    });
    expect(await sendForReview(lead, round)).toEqual({ kind: "moved" });
  });
});

describe("in review an answer changes by accepting a challenge alone", () => {
  test("the version says so, keeps the note, and who saved since is not overwritten", async () => {
    const before = await resultOf(lead, round, "ambulance");
    expect(await save(lead, place("c06-1"), { version: 1, level: 4 })).toMatchObject({ kind: "locked" });
    const id = await raise("c06-1", 4);
    expect(await signOff(approver, round)).toEqual({ kind: "blocked", blocking: 1 });
    expect(await moveChallenge(lead, place("c06-1"), id, { do: "accept", version: 0 })).toEqual({
      kind: "stale",
    });
    expect(await challengesOf(lead, place("c06-1"))).toMatchObject([{ state: "open" }]);
    expect(await moveChallenge(lead, place("c06-1"), id, { do: "accept", version: 1 })).toEqual({
      kind: "done",
    });
    const history = await answerHistory(lead, place("c06-1"));
    expect(history?.revisions[0]).toMatchObject({
      version: 2,
      kind: "challenge",
      because: { challenge: id },
    });
    const after = await resultOf(lead, round, "ambulance");
    expect(after?.result.overall?.low).toBeGreaterThan(before?.result.overall?.low ?? 5);
    expect(await save(lead, place("c06-1"), { version: 2, level: 1 })).toMatchObject({ kind: "locked" });
  });

  test("who raised a challenge may withdraw it, and then nothing is in the way", async () => {
    const id = await raise("c06-2", 1);
    expect(await moveChallenge(stranger, place("c06-2"), id, { do: "withdraw" })).toEqual({
      kind: "not_found",
    });
    expect(await moveChallenge(reviewer, place("c06-2"), id, { do: "withdraw" })).toEqual({ kind: "done" });
    const settled = (await challengeRepliesOf(reviewer, trust.id)).map(({ capabilityId, state }) => [
      capabilityId,
      state,
    ]);
    expect(settled).toEqual([
      ["c06-1", "accepted"],
      ["c06-3", "upheld"],
    ]);
  });

  test("the summary is the reviewer's alone, beneath the code as well, and is kept with the sign-off", async () => {
    const summary = {
      sampled: 12,
      confidence: "medium",
      risk: "high",
      text: "Recovery is untested",
    } as const;
    expect(await writeSummary(reviewer, round, summary)).toBe(true);
    for (const who of [lead, approver, stranger]) expect(await writeSummary(who, round, summary)).toBe(false);
    const changed = await withTenant(lead, { write: trust.id }, (tx) =>
      tx.reviewSummary.updateMany({ where: { assessmentId: round }, data: { text: "All is well" } }),
    );
    expect(changed.count).toBe(0);
    expect(await summariesOf(lead, round)).toMatchObject([{ ...summary, byName: reviewer.name }]);

    expect(await signOff(approver, round)).toEqual({ kind: "moved" });
    expect(await challengeRepliesOf(reviewer, trust.id)).toEqual([]);
    const [kept] = await lookBeneath<{ review: unknown }>(
      "SELECT review FROM snapshot WHERE assessment_id = $1",
      [round],
    );
    expect(kept?.review).toEqual({
      levels: [{ capability: "c06-3", scope: "organisation", level: 2, reason: "Not what we saw" }],
      summaries: [{ ...summary, byName: reviewer.name }],
    });
    expect(await writeSummary(reviewer, round, summary)).toBe(false);
    expect(await raiseChallenge(reviewer, place("c06-2"), { level: 1, reason: "Late" })).toEqual({
      kind: "closed",
    });
  });
});

describe("we talk about an answer", () => {
  test("a second click says nothing twice; other words from the same form are a comment of their own (CC-3)", async () => {
    const comment = { text: "Who owns this?", mentions: [reviewer.personId], key: randomUUID() };
    const say = (text: string) => addComment(lead, place("c06-1"), { ...comment, text });
    const both = await Promise.all([say(comment.text), say(comment.text)]);
    expect(both).toEqual([1, 2].map(() => ({ kind: "said", id: comment.key })));
    expect(await say("And since when?")).toMatchObject({ kind: "said" });
    const talk = await commentsOf(reviewer, place("c06-1"));
    expect(talk?.comments.map(({ text }) => text)).toEqual(["Who owns this?", "And since when?"]);
    for (const { id } of talk?.comments ?? []) await resolveComment(reviewer, place("c06-1"), id);
  });

  test("for the notice of a colleague who may see it; others cannot be mentioned", async () => {
    const { personId: deputy } = await trust.let("reviewer");
    const days = { startsOn: null, endsOn: new Date("2026-01-31") };
    const then = new Date("2026-01-05T09:00:00Z");
    expect(await setRoles(lead, trust.id, deputy, [{ role: "reviewer", ...days }], then)).toEqual({
      kind: "done",
    });
    const said = await addComment(lead, place("c06-2"), {
      text: "Is this still so?",
      mentions: [reviewer.personId],
    });
    if (said.kind !== "said") throw new Error(said.kind);
    for (const id of [board.personId, stranger.personId, deputy]) {
      expect(await addComment(lead, place("c06-2"), { text: "You too", mentions: [id] })).toEqual({
        kind: "cannot_see",
      });
    }
    expect((await openComments(reviewer, round))?.map(({ mentions }) => mentions)).toEqual([
      [reviewer.personId],
    ]);
    expect(await mentionsOf(reviewer, trust.id)).toMatchObject([
      { id: said.id, assessmentId: round, byName: lead.name, question: "6.2 Cyber security (Whole trust)" },
    ]);
    for (const nobody of [lead, approver, board, stranger]) {
      expect(await mentionsOf(nobody, trust.id)).toEqual([]);
    }
    expect(await commentsOf(board, place("c06-2"))).toBeNull();
    expect(await commentsOf(stranger, place("c06-2"))).toBeNull();
    expect(await addComment(board, place("c06-2"), { text: "Hello", mentions: [] })).toEqual({
      kind: "not_found",
    });

    expect(await resolveComment(stranger, place("c06-2"), said.id)).toBe(false);
    expect(await resolveComment(reviewer, place("c06-2"), said.id)).toBe(true);
    expect(await openComments(lead, round)).toEqual([]);
    expect(await mentionsOf(reviewer, trust.id)).toEqual([]);
    const talk = await commentsOf(lead, place("c06-2"));
    expect(talk?.comments).toMatchObject([{ resolvedById: reviewer.personId }]);
  });
});
