import { randomUUID } from "node:crypto";
import { beforeAll, describe, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { systemActor } from "@/lib/access/system-actor";
import { recordAgreed } from "@/lib/data/agreed-answer";
import { assign, handBack, takeBack } from "@/lib/data/assignments";
import { moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { addComment, resolveComment } from "@/lib/data/comments";
import { copyAnswer } from "@/lib/data/copy-answer";
import { copyEvidence } from "@/lib/data/copy-evidence";
import { copyPlannedAction } from "@/lib/data/copy-planned-action";
import { addEvidence, changeEvidence, confirmEvidence, removeEvidence } from "@/lib/data/evidence";
import { linkEvidence, unlinkEvidence } from "@/lib/data/evidence-links";
import { noteExport } from "@/lib/data/exports";
import { finishAction } from "@/lib/data/finish-action";
import { giveView } from "@/lib/data/give-view";
import { changeGrant, endGrant, giveAccess } from "@/lib/data/grants";
import { invite, sendAgain, withdrawInvitation } from "@/lib/data/invitations";
import { addMembership } from "@/lib/data/memberships";
import { setRoles } from "@/lib/data/organisation-people";
import { saveContext } from "@/lib/data/plan-context";
import { notePlanExport } from "@/lib/data/plan-export";
import {
  addAction,
  changeAction,
  endAction,
  putActionForward,
  takeUpAction,
} from "@/lib/data/planned-actions";
import { restoreAnswer } from "@/lib/data/restore-answer";
import { writeSummary } from "@/lib/data/review-summaries";
import { deleteEmptyRound, startRound } from "@/lib/data/rounds";
import { saveAnswers } from "@/lib/data/save-answers";
import { chooseSharing } from "@/lib/data/shared-results";
import { reopen, returnToTeam, sendForReview, signOff } from "@/lib/data/sign-off";
import { setSenderMaySign } from "@/lib/data/sign-off-rule";
import { publishTemplate } from "@/lib/data/target-templates";
import { removeTarget, setTarget } from "@/lib/data/targets";
import { keepUpload } from "@/lib/data/uploads";
import { askForViews, letOff } from "@/lib/data/voices";
import { withdrawAnswer } from "@/lib/data/withdraw-answer";
import { saveYearDates } from "@/lib/data/year-dates";
import { noYearDates } from "@/lib/report/year-dates";
import { lookBeneath } from "@/tests/support/database";
import { aPiece } from "@/tests/support/evidence";
import { expectOnRecord, type Write } from "@/tests/support/on-record";
import { anAction } from "@/tests/support/plan";
import { answerEverything, save, startedRound } from "@/tests/support/round";
import { asTheyAre, mailAddress, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let other: Trust;
let system: Trust;
let consultancy: Trust;
let lead: CurrentUser;
let contributor: CurrentUser;
let reviewer: CurrentUser;
let approver: CurrentUser;
let viewer: CurrentUser;
let round = "";
let signed = "";
/** The id that the write before this one gave. */
const id: Record<string, string> = {};

const at = (capabilityId = "c01-2") => ({ assessmentId: round, capabilityId, scope: "organisation" });
const soon = new Date("2099-03-31");
const question = { capabilityId: "c01-3", scope: "organisation" };
const firstRound = { round: "2026/27", careSettings: ["acute"] as const };
const asked = { levels: { "c01-2": 3 as const }, reason: "" };

async function keep(name: string, made: Promise<object | null>): Promise<unknown> {
  const outcome = await made;
  if (outcome && "id" in outcome) id[name] = String(outcome.id);
  return outcome;
}

/** What our people do, in this order. */
const writes: readonly Write[] = [
  ["answer.saved", "answer", () => lead, () => save(lead, at(), { version: 0, level: 3, note: "Said" })],
  [
    ...(["assignment.made", "assignment", () => lead] as const),
    () =>
      assign(lead, round, {
        questions: [{ capabilityId: "c01-2", scope: "organisation" }],
        personId: contributor.personId,
        due: null,
        note: "",
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
  ["evidence.added", "evidence", () => lead, () => keep("evidence", addEvidence(lead, trust.id, aPiece()))],
  [
    "evidence.changed",
    "evidence",
    () => lead,
    () => changeEvidence(lead, trust.id, id.evidence ?? "", 1, aPiece()),
  ],
  ["evidence.linked", "evidence_link", () => lead, () => linkEvidence(lead, at(), id.evidence ?? "", false)],
  ["evidence.unlinked", null, () => lead, () => unlinkEvidence(lead, at(), id.evidence ?? "")],
  [
    "evidence.copied",
    "evidence",
    () => lead,
    () => keep("copy", copyEvidence(lead, trust.id, id.evidence ?? "", other.id)),
  ],
  ["evidence.confirmed", "evidence", () => lead, () => confirmEvidence(lead, other.id, id.copy ?? "", 1)],
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
    "answer.agreed",
    "answer",
    () => lead,
    () => recordAgreed(lead, at("c08-3"), { level: 2, reason: "We agreed", version: 0 }),
  ],
  [
    ...(["voice.asked", "voice", () => lead] as const),
    () => askForViews(lead, at("c04-2"), { personIds: [contributor.personId], due: null, note: "" }),
  ],
  ["voice.withdrawn", "voice", () => lead, () => letOff(lead, at("c04-2"), contributor.personId)],
  [
    ...(["action.added", "planned_action", () => lead] as const),
    () => keep("action", addAction(lead, trust.id, anAction({ status: "draft" }))),
  ],
  [
    ...(["action.put_forward", "planned_action", () => lead] as const),
    () => putActionForward(lead, trust.id, { id: id.action ?? "", version: 1 }),
  ],
  [
    ...(["action.ended", "planned_action", () => lead] as const),
    () => endAction(lead, trust.id, { id: id.action ?? "", version: 2 }, "Given up"),
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
          kind: "consultancy",
          receiverId: consultancy.id,
          email: null,
          scope: "results",
          beside: "no",
          endsOn: soon,
        }),
      ),
  ],
  [
    ...(["grant.changed", "access_grant", () => lead] as const),
    () => changeGrant(lead, trust.id, id.grant ?? "", { scope: "answers", beside: "no", endsOn: soon }),
  ],
  ["grant.ended", "access_grant", () => lead, () => endGrant(lead, trust.id, id.grant ?? "")],
  [
    "assignment.made",
    "assignment",
    () => lead,
    () => assign(lead, round, { questions: [question], personId: contributor.personId, due: null, note: "" }),
  ],
  [
    "assignment.changed",
    "assignment",
    () => lead,
    () => assign(lead, round, { questions: [question], personId: contributor.personId, due: soon, note: "" }),
  ],
  ["assignment.ended", "assignment", () => lead, () => takeBack(lead, at("c01-3"))],
  [
    "answers.saved",
    "answer",
    () => lead,
    () => saveAnswers(lead, round, [{ ...question, body: { version: 0, level: 3 } }]),
  ],
  [
    "challenge.raised",
    "challenge",
    () => reviewer,
    () => keep("withdrawn", raiseChallenge(reviewer, at("c01-3"), { level: 2, reason: "Seen less" })),
  ],
  [
    "challenge.withdrawn",
    "challenge",
    () => reviewer,
    () => moveChallenge(reviewer, at("c01-3"), id.withdrawn ?? "", { do: "withdraw" }),
  ],
  [
    "challenge.raised",
    "challenge",
    () => reviewer,
    () => keep("accepted", raiseChallenge(reviewer, at("c01-3"), { level: 2, reason: "Seen less" })),
  ],
  [
    ["answer.challenge", "challenge.accepted"],
    "challenge",
    () => lead,
    () => moveChallenge(lead, at("c01-3"), id.accepted ?? "", { do: "accept", version: 1 }),
  ],
  [
    "answer.undone",
    "answer",
    () => lead,
    () => restoreAnswer(lead, at("c01-3"), { restore: 1, version: 2, key: randomUUID() }),
  ],
  [
    "answer.copied",
    "answer",
    () => lead,
    () => copyAnswer(lead, at(), { assessmentId: round, scope: "acute", version: 0 }, randomUUID()),
  ],
  ["answer.withdrawn", "answer", () => lead, () => withdrawAnswer(lead, { ...at(), scope: "acute" }, 1)],
  [
    "action.added",
    "planned_action",
    () => lead,
    () => keep("planned", addAction(lead, trust.id, anAction())),
  ],
  ...(["changed", "criteria", "costs", "benefits"] as const).map((change, version): Write => [
    `action.${change}`,
    "planned_action",
    () => lead,
    () =>
      changeAction(
        lead,
        trust.id,
        { id: id.planned ?? "", version: version + 1 },
        change,
        (action) => action,
      ),
  ]),
  [
    "action.finished",
    "planned_action",
    () => lead,
    () =>
      finishAction(
        lead,
        trust.id,
        { id: id.planned ?? "", version: 5 },
        { finishedOn: "2026-11-20", confirmed: [] },
      ),
  ],
  [
    "action.copied",
    "planned_action",
    () => lead,
    () => copyPlannedAction(lead, trust.id, id.planned ?? "", other.id),
  ],
  [
    "action.taken_up",
    "planned_action",
    () => lead,
    () => takeUpAction(lead, trust.id, { id: id.planned ?? "", version: 6 }),
  ],
  [
    "plan.context_changed",
    "plan_context",
    () => lead,
    () =>
      saveContext(lead, trust.id, {
        efficiency: { year: 2026, pounds: 1_000_000 },
        productivity: null,
        version: 0,
      }),
  ],
  [
    "year_dates.saved",
    "year_dates",
    () => lead,
    () => saveYearDates(lead, trust.id, { ...noYearDates, dspt: soon }),
  ],
  [
    "plan.exported",
    null,
    () => lead,
    () => notePlanExport(lead, trust.id, { format: "csv", file: "plan.csv" }),
  ],
  ...(
    ["report", "workbook", "board_pack", "provider_extract", "side_by_side", "dma_preparation"] as const
  ).map((kind): Write => [
    `${kind}.exported`,
    null,
    () => lead,
    () =>
      noteExport(lead, {
        organisationId: trust.id,
        kind,
        assessmentId: round,
        setting: "acute",
        format: "csv",
        snapshotId: null,
        sensitive: false,
        file: "x.csv",
      }),
  ]),
  [
    "upload.looked_at",
    "upload",
    () => lead,
    () =>
      keepUpload(
        lead,
        { organisationId: trust.id, assessmentId: round, kind: "plan" },
        { name: "plan.xlsx", content: {} },
        new Date(),
      ),
  ],
  [
    "membership.dated",
    "membership",
    () => lead,
    () =>
      setRoles(
        lead,
        trust.id,
        contributor.personId,
        [{ role: "contributor", startsOn: null, endsOn: soon }],
        new Date(),
      ),
  ],
  ["template.published", "target_template", () => viewer, () => publishTemplate(viewer, system.id, asked)],
  ["round.started", "assessment", () => lead, () => keep("empty", startRound(lead, other.id, firstRound))],
  ["round.deleted", null, () => lead, () => deleteEmptyRound(lead, id.empty ?? "")],
];

/** What becomes of a round that is answered whole. */
const signing: readonly Write[] = [
  ["assessment.in_review", "assessment", () => lead, () => sendForReview(lead, signed)],
  ["assessment.in_progress", "assessment", () => approver, () => returnToTeam(approver, signed, "Not yet")],
  ["assessment.in_review", "assessment", () => lead, () => sendForReview(lead, signed)],
  [
    ["snapshot.made", "round.started", "assessment.signed_off"],
    "snapshot",
    () => approver,
    () => signOff(approver, signed),
  ],
  ["assessment.reopened", "assessment", () => approver, () => reopen(approver, signed, "A mistake")],
  ["assessment.in_review", "assessment", () => lead, () => sendForReview(lead, signed)],
  [
    ["snapshot.made", "round.refreshed", "assessment.signed_off"],
    "snapshot",
    () => approver,
    () => signOff(approver, signed),
  ],
];

async function invited(): Promise<string> {
  const [row] = await lookBeneath<{ id: string }>(
    "SELECT id FROM invitation WHERE organisation_id = $1 AND withdrawn_at IS NULL",
    [trust.id],
  );
  return row?.id ?? "";
}

beforeAll(async () => {
  [trust, other] = [await makeTrust(), await makeTrust()];
  [consultancy, system] = [await makeOrganisation("consultancy"), await makeOrganisation("icb")];
  viewer = await system.let("system_viewer");
  lead = await trust.let("digital_lead");
  await addMembership(systemActor(other.id), {
    organisationId: other.id,
    personId: lead.personId,
    role: "digital_lead",
  });
  lead = await asTheyAre(lead.personId);
  approver = await other.let("approver");
  contributor = await trust.let("contributor");
  reviewer = await trust.let("reviewer");
  round = await startedRound(lead, trust.id);
});

test.each(writes)(
  "what we do is on record once, in one go with what it changes: %s (AU-1)",
  async (...write) => expectOnRecord(write),
);

describe("a round of ours is answered whole", () => {
  beforeAll(async () => {
    signed = await startedRound(lead, other.id);
    await answerEverything(lead, signed);
  });

  test.each(signing)("and what becomes of it is on record: %s (AU-1)", async (...write) =>
    expectOnRecord(write),
  );
});
