import { beforeAll, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assign, handBack } from "@/lib/data/assignments";
import { moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { addComment, resolveComment } from "@/lib/data/comments";
import { addEvidence, changeEvidence, removeEvidence } from "@/lib/data/evidence";
import { linkEvidence, unlinkEvidence } from "@/lib/data/evidence-links";
import { giveView } from "@/lib/data/give-view";
import { changeGrant, endGrant, giveAccess } from "@/lib/data/grants";
import { invite, sendAgain, withdrawInvitation } from "@/lib/data/invitations";
import { addAction, endAction } from "@/lib/data/planned-actions";
import { writeSummary } from "@/lib/data/review-summaries";
import { chooseSharing } from "@/lib/data/shared-results";
import { setSenderMaySign } from "@/lib/data/sign-off-rule";
import { removeTarget, setTarget } from "@/lib/data/targets";
import { askForViews, letOff } from "@/lib/data/voices";
import { lookBeneath } from "@/tests/support/database";
import { anAction } from "@/tests/support/plan";
import { save, startedRound } from "@/tests/support/round";
import { mailAddress, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let consultancy: Trust;
let lead: CurrentUser;
let contributor: CurrentUser;
let reviewer: CurrentUser;
let round = "";
/** The id that the write before this one gave. */
const id: Record<string, string> = {};

const at = (capabilityId = "c01-2") => ({ assessmentId: round, capabilityId, scope: "organisation" });
const evidence = {
  ...{
    title: "Restore test",
    url: "https://example.org/test",
    reference: "",
    owner: "IT",
    effectiveOn: null,
    reviewOn: null,
  },
  ...{ grade: "documented" as const, verifiedBy: null },
};
const soon = new Date("2099-03-31");

async function keep(name: string, made: Promise<object | null>): Promise<unknown> {
  const outcome = await made;
  if (outcome && "id" in outcome) id[name] = String(outcome.id);
  return outcome;
}

/** What our people do, in this order: the event it leaves, where its row stands afterwards, and who does it. */
const writes: readonly [
  event: string,
  table: string | null,
  by: () => CurrentUser,
  act: () => Promise<unknown>,
][] = [
  ["answer.saved", "answer", () => lead, () => save(lead, at(), { version: 0, level: 3, note: "Said" })],
  [
    ...(["assignment.made", "assignment", () => lead] as const),
    () =>
      assign(lead, round, {
        ...{ questions: [{ capabilityId: "c01-2", scope: "organisation" }], personId: contributor.personId },
        ...{ due: null, note: "" },
      }),
  ],
  ["assignment.handed_back", "assignment", () => contributor, () => handBack(contributor, at(), "Not mine")],
  [
    "comment.made",
    "comment",
    () => lead,
    () => keep("comment", addComment(lead, at(), { text: "x", mentions: [] })),
  ],
  ["comment.resolved", "comment", () => lead, () => resolveComment(lead, at(), id.comment ?? "")],
  [
    ...(["challenge.raised", "challenge", () => reviewer] as const),
    () => keep("challenge", raiseChallenge(reviewer, at(), { level: 2, reason: "Seen less" })),
  ],
  [
    ...(["challenge.answered", "challenge", () => lead] as const),
    () => moveChallenge(lead, at(), id.challenge ?? "", { do: "answer", text: "Look again" }),
  ],
  [
    ...(["challenge.upheld", "challenge", () => lead] as const),
    () => moveChallenge(lead, at(), id.challenge ?? "", { do: "uphold", text: "It stands" }),
  ],
  [
    ...(["review_summary.written", "review_summary", () => reviewer] as const),
    () => writeSummary(reviewer, round, { sampled: 1, confidence: "low", risk: "low", text: "x" }),
  ],
  ["evidence.added", "evidence", () => lead, () => keep("evidence", addEvidence(lead, trust.id, evidence))],
  [
    "evidence.changed",
    "evidence",
    () => lead,
    () => changeEvidence(lead, trust.id, id.evidence ?? "", 1, evidence),
  ],
  ["evidence.linked", "evidence_link", () => lead, () => linkEvidence(lead, at(), id.evidence ?? "", false)],
  ["evidence.unlinked", null, () => lead, () => unlinkEvidence(lead, at(), id.evidence ?? "")],
  ["evidence.removed", "evidence", () => lead, () => removeEvidence(lead, trust.id, id.evidence ?? "", 2)],
  [
    ...(["target.set", "target", () => lead] as const),
    () => setTarget(lead, at(), { level: 4, by: null, reason: "", owner: "" }, 0),
  ],
  ["target.removed", null, () => lead, () => removeTarget(lead, at(), 1)],
  ["snapshot.made", "snapshot", () => lead, () => makeCheckpoint(lead, round, "For the committee")],
  ["sharing.chosen", "sharing_choice", () => lead, () => chooseSharing(lead, trust.id, { withSystem: true })],
  ["sign_off_rule.set", "sign_off_rule", () => lead, () => setSenderMaySign(lead, trust.id, true)],
  [
    ...(["voice.asked", "voice", () => lead] as const),
    () => askForViews(lead, at("c08-3"), { personIds: [contributor.personId], due: null, note: "" }),
  ],
  [
    ...(["voice.given", "voice", () => contributor] as const),
    () => giveView(contributor, at("c08-3"), { version: 0, level: 2, note: "" }),
  ],
  [
    ...(["voice.asked", "voice", () => lead] as const),
    () => askForViews(lead, at("c04-2"), { personIds: [contributor.personId], due: null, note: "" }),
  ],
  ["voice.withdrawn", "voice", () => lead, () => letOff(lead, at("c04-2"), contributor.personId)],
  ["action.added", "planned_action", () => lead, () => keep("action", addAction(lead, trust.id, anAction()))],
  [
    ...(["action.ended", "planned_action", () => lead] as const),
    () => endAction(lead, trust.id, { id: id.action ?? "", version: 1 }, "Given up"),
  ],
  [
    ...(["invitation.made", "invitation", () => lead] as const),
    () => {
      const roles = ["contributor"] as const;
      return invite(
        lead,
        trust.id,
        { email: mailAddress(), roles, startsOn: null, endsOn: null },
        new Date(),
      );
    },
  ],
  [
    "invitation.sent_again",
    "invitation",
    () => lead,
    async () => sendAgain(lead, trust.id, await invited(), new Date()),
  ],
  [
    ...(["invitation.withdrawn", "invitation", () => lead] as const),
    async () => withdrawInvitation(lead, trust.id, await invited(), new Date()),
  ],
  [
    ...(["grant.given", "access_grant", () => lead] as const),
    () =>
      keep(
        "grant",
        giveAccess(lead, trust.id, {
          ...{ kind: "consultancy", receiverId: consultancy.id, email: null },
          ...{ scope: "results", beside: "no", endsOn: soon },
        }),
      ),
  ],
  [
    ...(["grant.changed", "access_grant", () => lead] as const),
    () => changeGrant(lead, trust.id, id.grant ?? "", { scope: "answers", beside: "no", endsOn: soon }),
  ],
  ["grant.ended", "access_grant", () => lead, () => endGrant(lead, trust.id, id.grant ?? "")],
];

async function invited(): Promise<string> {
  const [row] = await lookBeneath<{ id: string }>(
    "SELECT id FROM invitation WHERE organisation_id = $1 AND withdrawn_at IS NULL",
    [trust.id],
  );
  return row?.id ?? "";
}

beforeAll(async () => {
  [trust, consultancy] = [await makeTrust(), await makeOrganisation("consultancy")];
  lead = await trust.let("digital_lead");
  contributor = await trust.let("contributor");
  reviewer = await trust.let("reviewer");
  round = await startedRound(lead, trust.id);
});

test.each(writes)(
  "what we do is on record once, in one go with what it changes: %s (AU-1)",
  async (event, table, by, act) => {
    const [{ last } = { last: "0" }] = await lookBeneath<{ last: string }>(
      "SELECT max(id)::text AS last FROM audit_event",
    );
    const outcome = await act();
    const events = await lookBeneath<{ action: string; who: string; transaction: string }>(
      "SELECT action, actor_id AS who, xmin::text AS transaction FROM audit_event WHERE id > $1 ORDER BY id",
      [last],
    );
    expect([outcome, events.map(({ action, who }) => [action, who])]).toEqual([
      outcome,
      [[event, by().personId]],
    ]);
    if (table === null) return;
    const changed = await lookBeneath(`SELECT FROM ${table} WHERE xmin::text = $1`, [events[0]?.transaction]);
    expect([event, table, changed.length > 0]).toEqual([event, table, true]);
  },
);
