import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { acceptInvitation, joinByInvitation } from "@/lib/data/accept-invitation";
import { challengedAnswer } from "@/lib/data/challenged-answer";
import { challengesOf, moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { addComment, commentsOf } from "@/lib/data/comments";
import { endGrant, giveAccess } from "@/lib/data/grants";
import { invite, inviteGuest, pendingInvitations } from "@/lib/data/invitations";
import { levelsAndReasons } from "@/lib/data/levels-and-reasons";
import { questionWork } from "@/lib/data/question-work";
import { ownSummaryOf, summariesOf, writeSummary } from "@/lib/data/review-summaries";
import { letGuest } from "@/tests/support/guest";
import { answerAll, save, startedRound } from "@/tests/support/round";
import { asTheyAre, mailAddress, makeTrust, type Trust } from "@/tests/support/trust";

let ours: Trust;
let lead: CurrentUser;
let reviewer: CurrentUser;
let guest: CurrentUser;
let grant: string;
let round: string;

const place = (capabilityId: string) => ({ assessmentId: round, capabilityId, scope: "organisation" });

beforeAll(async () => {
  ours = await makeTrust();
  [lead, reviewer] = [await ours.let("digital_lead"), await ours.let("reviewer")];
  round = await startedRound(lead, ours.id);
  await answerAll(lead, round, 3);
  await save(lead, place("c01-2"), { version: 1, level: 3, note: "Agreed at the digital board" });
  await raiseChallenge(reviewer, place("c01-2"), { level: 2, reason: "Only our own reviewer says this" });
  await addComment(lead, place("c01-2"), { text: "Between ourselves", mentions: [] });
  const peer = await (await makeTrust()).let("digital_lead");
  const asked = { assessmentId: round, scope: "levels" } as const;
  ({ grantId: grant, guest } = await letGuest(lead, ours.id, peer.personId, asked));
});

describe("another trust asked me to review its round, by level and reason alone", () => {
  test("I open the answer: its level and the reason for it, and no word of anybody else", async () => {
    const found = await challengedAnswer(guest, place("c01-2"));
    expect(found?.answer).toMatchObject({
      level: { low: 3, high: 3 },
      reason: "Agreed at the digital board",
    });
    expect(found?.own).toEqual([]);
    const all = JSON.stringify([found?.answer, found?.own, (await levelsAndReasons(guest, round))?.rows]);
    expect(all).not.toMatch(/Only our own reviewer|Between ourselves/);
    expect(await challengesOf(guest, place("c01-2"))).toBeNull();
    expect(await commentsOf(guest, place("c01-2"))).toBeNull();
    expect(await questionWork(guest, round)).toBeNull();
    expect(await summariesOf(guest, round)).toBeNull();
  });

  test("I challenge it, read what the trust replies to me, and take my challenge back", async () => {
    const raised = await raiseChallenge(guest, place("c08-3"), { level: 4, reason: "You do more than this" });
    if (raised.kind !== "raised") throw new Error(raised.kind);
    await moveChallenge(lead, place("c08-3"), raised.id, { do: "answer", text: "Thank you, we look at it" });
    const { own } = (await challengedAnswer(guest, place("c08-3"))) ?? {};
    expect(own).toMatchObject([{ level: 4, state: "answered", reply: "Thank you, we look at it" }]);
    expect(await moveChallenge(guest, place("c08-3"), raised.id, { do: "accept", version: 1 })).toEqual({
      kind: "not_found",
    });
    expect(await moveChallenge(guest, place("c08-3"), raised.id, { do: "withdraw" })).toEqual({
      kind: "done",
    });
  });

  test("what is sensitive is not mine to see, nor to find out about by challenging it level by level", async () => {
    expect(await challengedAnswer(guest, place("c06-3"))).toBeNull();
    for (const level of [2, 3] as const) {
      expect(await raiseChallenge(guest, place("c06-3"), { level, reason: "Which is it?" })).toEqual({
        kind: "not_found",
      });
    }
  });

  test("I write my summary, which the trust reads", async () => {
    const mine = { sampled: 3, confidence: "medium", risk: "low", text: "Three answers looked at" } as const;
    expect(await ownSummaryOf(guest, round)).toBeUndefined();
    expect(await writeSummary(guest, round, mine)).toBe(true);
    expect(await ownSummaryOf(guest, round)).toMatchObject(mine);
    expect(await summariesOf(lead, round)).toMatchObject([mine]);
    expect(await ownSummaryOf(lead, round)).toBeNull();
  });

  test("once they end it, it is closed to me", async () => {
    expect(await endGrant(lead, ours.id, grant)).toBe(true);
    const now = await asTheyAre(guest.personId);
    expect(await levelsAndReasons(now, round)).toBeNull();
    expect(await challengedAnswer(now, place("c01-2"))).toBeNull();
    expect(await ownSummaryOf(now, round)).toBeNull();
  });
});

describe("no mail is sent, and another organisation opens an account for the address we asked to review", () => {
  const linkOf = async (by: CurrentUser, organisationId: string, id: string) => {
    const pending = await pendingInvitations(by, organisationId, new Date());
    return pending?.find((one) => one.id === id)?.link?.split("/invitation/")[1] ?? "";
  };

  test("what we gave is not theirs to see: it opens with our own invitation alone", async () => {
    const [theirs, email] = [await makeTrust(), mailAddress()];
    const theirLead = await theirs.let("digital_lead");
    const asked = { assessmentId: round, scope: "levels", endsOn: new Date("2099-03-31") } as const;
    await giveAccess(lead, ours.id, { kind: "guest_reviewer", email, ...asked });
    const ourInvitation = await inviteGuest(lead, ours.id, email, new Date());
    // Whoever invites is shown the link, and could follow it themselves.
    const roles = ["contributor"] as const;
    const input = { email, roles, startsOn: null, endsOn: null };
    const theirInvitation = await invite(theirLead, theirs.id, input, new Date());
    if (theirInvitation.kind !== "invited" || ourInvitation.kind !== "invited")
      throw new Error("not invited");
    const joined = await joinByInvitation(
      await linkOf(theirLead, theirs.id, theirInvitation.id),
      { name: "Somebody of theirs" },
      async () => {},
      new Date(),
    );
    if (joined.kind !== "accepted") throw new Error(joined.kind);
    const they = await asTheyAre(joined.personId);
    expect(they.grants).toEqual([]);
    expect(await levelsAndReasons(they, round)).toBeNull();

    const token = await linkOf(lead, ours.id, ourInvitation.id);
    expect(await acceptInvitation(joined.personId, token, new Date())).toMatchObject({ kind: "accepted" });
    const guestOfBoth = await asTheyAre(joined.personId);
    expect(guestOfBoth.grants).toMatchObject([{ organisationId: ours.id, assessmentId: round }]);
    expect(await levelsAndReasons(guestOfBoth, round)).not.toBeNull();
  });
});
