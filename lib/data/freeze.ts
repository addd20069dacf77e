import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { type Role } from "@/lib/access/role";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor, servingAnswers } from "@/lib/assessment/answers-for-setting";
import { issuesOf } from "@/lib/assessment/issues";
import { documentedIn } from "@/lib/assessment/documented";
import { type KeptReview, levelsBeside } from "@/lib/assessment/review";
import type { ReviewFacts } from "@/lib/assessment/review-facts";
import type { LinkedEvidence } from "@/lib/assessment/evidence";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { evidenceDocument } from "@/lib/exchange/evidence-document";
import { type AnswerDetails, writeAssessmentDocument } from "@/lib/exchange/assessment-document";
import type { AssessmentDocument } from "@/lib/exchange/assessment-schema";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { dayOf, isoDate } from "@/lib/report/dates";
import { agreedToKeep, type KeptAgreed } from "@/lib/report/agreed";
import { overDimensions, type SetTarget, targetsIn as targetsServing } from "@/lib/report/targets";
import { evidencedOf } from "@/lib/scoring/evidenced";
import { ENGINE_VERSION, score } from "@/lib/scoring/score";
import { addOnce } from "./add-once";
import type { Assessment } from "./assessments";
import { record } from "./audit";
import { challengesIn } from "./challenges";
import { linkedEvidenceIn } from "./evidence";
import { gapViewsIn } from "./gap-views";
import { reviewFactsIn } from "./review-facts";
import { summariesIn } from "./review-summaries";
import { targetsIn, withApprovers } from "./targets";
import type { TenantTransaction } from "./tenant";

/** The committee somebody signs for. */
export type Committee = { name: string; on: Date; minuteReference: string };

/** What a snapshot is, beside the answers and results it keeps. */
export type SnapshotOccasion =
  | { kind: "sign_off"; committee: Committee | null; samePerson: boolean }
  | { kind: "checkpoint"; name: string; key: string };

/**
 * Keeps the answers, results and what was agreed of a round for good, as they are at this moment. Returns the id of the
 * snapshot. The same position under the same name from one form, sent twice, is one checkpoint.
 */
export async function freeze(
  tx: TenantTransaction,
  user: CurrentUser,
  assessment: Assessment,
  framework: Framework,
  rows: readonly StoredAnswer[],
  occasion: SnapshotOccasion,
  at: Date,
): Promise<string> {
  const { organisationId } = assessment;
  const targets = overDimensions(framework, await targetsIn(tx, organisationId, assessment.id));
  const evidence = await linkedEvidenceIn(tx, organisationId);
  const documents = assessment.careSettings.map((careSetting) => {
    const answers = answersFor(framework, careSetting, rows);
    const document = documentOf({ assessment, framework, rows, targets, evidence }, careSetting, at);
    const result = score(framework, careSetting, answers);
    const documented = documentedIn(framework, careSetting, rows, evidence, dayOf(at));
    const evidenced = evidencedOf(framework, careSetting, answers, result, documented);
    return { careSetting, document, result, evidenced };
  });
  const answers = Object.fromEntries(documents.map((entry) => [entry.careSetting, entry.document]));
  const results = Object.fromEntries(documents.map((entry) => [entry.careSetting, entry.result]));
  const contentHash = createHash("sha256").update(JSON.stringify({ answers, results })).digest("hex");
  const approved = await withApprovers(tx, targets);
  const agreed: Partial<Record<CareSetting, KeptAgreed>> = {};
  for (const careSetting of assessment.careSettings) {
    const gapViews = await gapViewsIn(tx, organisationId, assessment.id, careSetting);
    agreed[careSetting] = agreedToKeep(careSetting, { targets: approved, gapViews });
  }
  const known = { organisationId, assessmentId: assessment.id, contentHash, byId: user.personId };
  const snapshot = {
    ...known,
    ...columnsOf(occasion),
    round: assessment.round,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    engineVersion: ENGINE_VERSION,
    answers,
    results,
    evidenced: Object.fromEntries(documents.map((entry) => [entry.careSetting, entry.evidenced])),
    agreed,
    warnings: warningsOf(framework, assessment, rows, await reviewFactsIn(tx, organisationId, assessment.id)),
    review: await reviewIn(tx, organisationId, assessment.id),
    at,
    byName: user.name,
    byRole: roleOf(user, organisationId, occasion.kind),
  };
  const { id, added } = await addOnce({
    key: occasion.kind === "checkpoint" ? occasion.key : randomUUID(),
    add: (id) => tx.snapshot.createMany({ data: [{ ...snapshot, id }], skipDuplicates: true }),
    same: (id) => tx.snapshot.count({ where: { ...known, ...columnsOf(occasion), id } }),
  });
  if (!added) return id;
  await record(tx, {
    organisationId,
    actorId: user.personId,
    action: "snapshot.made",
    subject: `snapshot:${id}`,
    detail: { assessment: assessment.id, kind: occasion.kind, contentHash },
  });
  return id;
}

/** What the document of a care setting is written from; targets stand for capabilities, none for whole dimensions. */
type Documented = {
  assessment: Assessment;
  framework: Framework;
  rows: readonly StoredAnswer[];
  targets: readonly SetTarget[];
  evidence: readonly LinkedEvidence[];
};

/** The assessment document of one care setting as it stands at a moment. */
export function documentOf(
  { assessment, framework, rows, targets, evidence }: Documented,
  careSetting: CareSetting,
  at: Date,
): AssessmentDocument {
  return writeAssessmentDocument({
    framework,
    careSetting,
    answers: answersFor(framework, careSetting, rows),
    details: detailsOf(framework, careSetting, rows, targets, evidence),
    organisation: { ods: assessment.organisation.odsCode, name: assessment.organisation.name },
    round: assessment.round,
    asOf: isoDate(at),
  });
}

function columnsOf(occasion: SnapshotOccasion) {
  if (occasion.kind === "checkpoint") return { kind: occasion.kind, name: occasion.name };
  const { kind, committee, samePerson } = occasion;
  if (!committee) return { kind, samePerson };
  const { name, on, minuteReference } = committee;
  return { kind, samePerson, committee: name, committeeOn: on, minuteReference };
}

/** What the reviewers said, beside the trust's own answers and never in their place. */
async function reviewIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<KeptReview> {
  const challenges = await challengesIn(tx, organisationId, assessmentId);
  const summaries = await summariesIn(tx, organisationId, assessmentId);
  const people = await tx.person.findMany({
    where: { id: { in: summaries.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "A former reviewer";
  return {
    levels: levelsBeside(challenges),
    summaries: summaries.map(({ personId, sampled, confidence, risk, text }) => ({
      byName: nameOf(personId),
      sampled,
      confidence,
      risk,
      text,
    })),
  };
}

function warningsOf(
  framework: Framework,
  assessment: Assessment,
  rows: readonly StoredAnswer[],
  facts: ReviewFacts,
) {
  return issuesOf(framework, assessment, rows, facts)
    .filter((issue) => !issue.blocking)
    .map(({ kind, message, task }) => ({
      kind,
      message,
      capability: task?.capability.id ?? null,
      scope: task?.scope ?? null,
    }));
}

function roleOf(user: CurrentUser, organisationId: string, kind: SnapshotOccasion["kind"]): Role {
  const role = kind === "sign_off" ? "approver" : "digital_lead";
  const held = user.memberships.filter((membership) => membership.organisationId === organisationId);
  return held.find((membership) => membership.role === role)?.role ?? role;
}

/** What the frozen document says of an answer beside what is scored. */
function detailsOf(
  framework: Framework,
  careSetting: CareSetting,
  rows: readonly StoredAnswer[],
  targets: readonly SetTarget[],
  evidence: readonly LinkedEvidence[],
): Map<string, AnswerDetails> {
  const wanted = targetsServing(careSetting, targets);
  return new Map(
    [...servingAnswers(framework, careSetting, rows)].map(([id, { note, confidence, scope }]) => {
      const target = wanted.get(id);
      const shows = evidence.filter((item) => item.capabilityId === id && item.scope === scope);
      return [
        id,
        {
          ...(note && { note }),
          ...(confidence && { confidence }),
          ...(shows.length > 0 && { evidence: shows.map(evidenceDocument) }),
          ...(target && {
            target: {
              level: target.level,
              ...(target.by && { by: target.by.toISOString().slice(0, 10) }),
              ...(target.reason && { reason: target.reason }),
            },
          }),
        },
      ];
    }),
  );
}
