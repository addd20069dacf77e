import type { EarlierReopening, EarlierReply } from "@/lib/assessment/review";
import type { Row } from "@/lib/exchange/organisation-part";
import {
  type Column,
  type EverythingTable,
  namesIn,
  placesIn,
  roundsIn,
  table,
  type TableGround,
} from "./table-ground";

// What people said of a round and of each other's answers, and who asked whom: what a request for records asks after.

/** Each table with who said what, and when. */
export function spokenTables(ground: TableGround): EverythingTable[] {
  const { parts } = ground.contents;
  const [round, name] = [roundsIn(ground), namesIn(ground.contents)];
  const ofRound: Column = ["Round", (row) => round(row.assessmentId).name];
  const place = placesIn(ground);
  return [
    table("given-back", parts.roundReturns, [
      ofRound,
      ["Given back", (row) => row.returnedAt],
      ["By", (row) => name(row.returnedById)],
      ["Why", (row) => row.reason],
    ]),
    table("opened-again", parts.assessments.flatMap(reopeningsOf), [
      ofRound,
      ["Opened again", (row) => row.at],
      ["By", (row) => row.byName ?? name(row.reopenedById)],
      ["Why", (row) => row.reason],
    ]),
    table("challenges", parts.challenges, [
      ...place,
      ["Level", (row) => row.level],
      ["Why", (row) => row.reason],
      ["State", (row) => row.state],
      ["Reply", (row) => row.reply],
      ["Earlier replies", (row) => (row.earlierReplies as EarlierReply[]).map(replyInWords)],
      ["Raised", (row) => row.raisedAt],
      ["Raised by", (row) => name(row.raisedById)],
      ["Replied", (row) => row.repliedAt],
      ["Replied by", (row) => name(row.repliedById)],
      ["Closed", (row) => row.closedAt],
      ["Closed by", (row) => name(row.closedById)],
    ]),
    table("reviews", parts.reviewSummaries, [
      ofRound,
      ["Reviewer", (row) => name(row.personId)],
      ["Answers looked at", (row) => row.sampled],
      ["Confidence", (row) => row.confidence],
      ["Risk", (row) => row.risk],
      ["Summary", (row) => row.text],
      ["Written", (row) => row.writtenAt],
    ]),
    table("comments", parts.comments, [
      ...place,
      ["Comment", (row) => row.text],
      ["Written", (row) => row.at],
      ["By", (row) => name(row.byId)],
      ["Names", (row) => namesOf(row, name)],
      ["Resolved", (row) => row.resolvedAt],
      ["Resolved by", (row) => name(row.resolvedById)],
    ]),
    table("views", parts.voiceViews, [
      ...place,
      ["Person", (row) => name(row.personId)],
      ["Version", (row) => row.version],
      ["Level, low", (row) => (row.notApplicable === null ? row.low : null)],
      ["Level, high", (row) => (row.notApplicable === null ? row.high : null)],
      ["Not applicable because", (row) => row.notApplicable],
      ["Note", (row) => row.note],
      ["Confidence", (row) => row.confidence],
      ["Given", (row) => row.at],
    ]),
    table("asked-for-views", parts.voices, [
      ...place,
      ["Person", (row) => name(row.personId)],
      ["State", (row) => row.state],
      ["Due", (row) => row.due],
      ["Note", (row) => row.note],
      ["Asked", (row) => row.askedAt],
      ["Asked by", (row) => name(row.askedById)],
    ]),
    table("assignments", parts.assignments, [
      ...place,
      ["Person", (row) => name(row.personId)],
      ["State", (row) => row.state],
      ["Due", (row) => row.due],
      ["Note", (row) => row.note],
      ["Assigned", (row) => row.assignedAt],
      ["Assigned by", (row) => name(row.assignedById)],
      ["Closed", (row) => row.closedAt],
      ["Closed by", (row) => name(row.closedById)],
      ["Why it was handed back", (row) => row.reason],
    ]),
  ];
}

/** Each time a round was opened again, the first first: before the last time with the name that somebody then had. */
function reopeningsOf(round: Row): Row[] {
  const { id: assessmentId, reopenedAt, reopenedById, reopenReason } = round;
  if (reopenedAt === null) return [];
  const earlier = round.earlierReopenings as EarlierReopening[];
  const times: Row[] = [...earlier, { at: reopenedAt, reopenedById, reason: reopenReason }];
  return times.map((time) => ({ ...time, assessmentId }));
}

function replyInWords({ text, at, byName }: EarlierReply): string {
  return `${byName}, ${at}: ${text}`;
}

function namesOf({ mentions }: Row, name: (id: unknown) => unknown): unknown[] {
  return (mentions as string[]).flatMap((id) => name(id) ?? []);
}
