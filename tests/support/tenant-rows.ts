import { randomBytes, randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "@/lib/data/audit";
import { currentFrameworkVersion } from "@/lib/data/frameworks";
import { withTenant } from "@/lib/data/tenant";
import { emptyFrontSheet } from "@/lib/report/front-sheet";
import { opaquePng } from "@/lib/report/opaque-png";
import { anAction } from "./plan";

/** Every table that holds an organisation's own rows. */
export const tenantTables = [
  "membership",
  "invitation",
  "assessment",
  "answer",
  "answer_revision",
  "save_receipt",
  "target",
  "assignment",
  "voice",
  "voice_view",
  "digest",
  "snapshot",
  "message_wording",
  "dma_scores",
  "sign_off_rule",
  "board_front_sheet",
  "report_logo",
  "challenge",
  "comment",
  "review_summary",
  "round_return",
  "evidence",
  "evidence_link",
  "planned_action",
  "planned_action_revision",
  "plan_context",
  "year_dates",
  "audit_event",
  "access_grant",
  "access_log",
  "sharing_choice",
  "published_result",
  "target_template",
  "api_token_reach",
];

let years = 0;

type Contents = { kinds?: readonly string[]; snapshot?: boolean };

/**
 * Puts at least one row of the organisation into each of its tables, in the person's name and whatever it may mean:
 * for tests of who can reach a row. Returns the id of the assessment they hang on.
 */
export async function fillTables(
  user: CurrentUser,
  organisationId: string,
  { kinds = ["carried_forward", "refused"], snapshot = true }: Contents = {},
): Promise<string> {
  const id = randomUUID();
  const frameworkVersion = await currentFrameworkVersion("nhs-trust");
  years += 1;
  const round = `${2030 + years}/${31 + years}`;
  const at = new Date();
  const place = { organisationId, assessmentId: id, capabilityId: "c01-1", scope: "acute" };
  await withTenant(user, { write: organisationId }, async (tx) => {
    const framework = { frameworkId: "nhs-trust", frameworkVersion };
    await tx.assessment.create({
      data: { id, organisationId, round, ...framework, careSettings: ["acute"], startedById: user.personId },
    });
    await tx.answer.create({ data: { ...place, version: 1, savedAt: at, savedById: user.personId } });
    for (const kind of kinds) {
      await tx.answerRevision.create({
        data: { ...place, kind, version: 1, value: {}, at, byId: user.personId },
      });
    }
    await tx.saveReceipt.createMany({
      data: { organisationId, personId: user.personId, key: randomUUID(), bodyHash: "", reply: {}, at },
    });
    await tx.invitation.create({
      data: {
        id: randomUUID(),
        organisationId,
        email: `${randomUUID()}@example.org`,
        roles: ["contributor"],
        tokenHash: randomBytes(32).toString("hex"),
        expiresAt: at,
      },
    });
    await tx.target.create({ data: { ...place, level: 3, setAt: at, setById: user.personId } });
    await tx.gapView.create({
      data: {
        organisationId,
        assessmentId: id,
        capabilityId: "c01-1",
        careSetting: "acute",
        version: 1,
        changedAt: at,
        changedById: user.personId,
      },
    });
    const assigned = {
      id: randomUUID(),
      personId: user.personId,
      assignedById: user.personId,
      assignedAt: at,
    };
    await tx.assignment.create({ data: { ...place, ...assigned } });
    await tx.voice.create({
      data: {
        ...place,
        personId: user.personId,
        state: "given",
        version: 1,
        askedAt: at,
        askedById: user.personId,
      },
    });
    await tx.voiceView.create({
      data: { ...place, personId: user.personId, version: 1, low: 1, high: 1, at },
    });
    await tx.digest.createMany({
      data: [{ organisationId, personId: user.personId, day: at, at }],
      skipDuplicates: true,
    });
    await tx.signOffRule.upsert({
      where: { organisationId },
      create: { organisationId, senderMaySign: false, setAt: at, setById: user.personId },
      update: {},
    });
    await tx.boardFrontSheet.upsert({
      where: { organisationId },
      create: {
        organisationId,
        version: 1,
        ...emptyFrontSheet,
        assuranceLevels: [...emptyFrontSheet.assuranceLevels],
        cqcDomains: [],
        changedAt: at,
        changedById: user.personId,
      },
      update: {},
    });
    await tx.reportLogo.upsert({
      where: { organisationId },
      create: {
        organisationId,
        version: 1,
        picture: new Uint8Array(opaquePng(new Uint8Array([0, 94, 184, 255]), 1, 1)),
        width: 1,
        height: 1,
        changedAt: at,
        changedById: user.personId,
      },
      update: {},
    });
    await tx.upload.createMany({
      data: [
        {
          id: randomUUID(),
          organisationId,
          assessmentId: id,
          kind: "answers",
          fileName: "x.xlsx",
          content: {},
          uploadedAt: at,
          uploadedById: user.personId,
        },
      ],
    });
    const evidenceId = randomUUID();
    await tx.dmaScores.createMany({
      data: [
        {
          organisationId,
          careSetting: "acute",
          year: 2025,
          version: 1,
          scores: {},
          remarks: {},
          typedAt: at,
          typedById: user.personId,
        },
      ],
      skipDuplicates: true,
    });
    await tx.evidence.create({
      data: {
        id: evidenceId,
        organisationId,
        title: "x",
        grade: "stated",
        version: 1,
        changedAt: at,
        changedById: user.personId,
      },
    });
    const linked = { capabilityId: "c01-1", scope: "acute", linkedAt: at, linkedById: user.personId };
    await tx.evidenceLink.create({ data: { organisationId, evidenceId, ...linked } });
    const actionId = randomUUID();
    const changed = { version: 1, changedAt: at, changedById: user.personId };
    await tx.plannedAction.create({
      data: {
        id: actionId,
        organisationId,
        title: "x",
        ownerTitle: "x",
        phase: 1,
        status: "ended",
        endedReason: "x",
        dueOn: at,
        ...changed,
      },
    });
    await tx.plannedActionRevision.create({
      data: {
        organisationId,
        actionId,
        version: 1,
        change: "added",
        value: { ...anAction() },
        at,
        byId: user.personId,
      },
    });
    await tx.planContext.createMany({ data: [{ organisationId, ...changed }], skipDuplicates: true });
    await tx.yearDates.createMany({ data: [{ organisationId, ...changed }], skipDuplicates: true });
    const said = { id: randomUUID(), ...place };
    await tx.challenge.create({
      data: { ...said, level: 2, reason: "x", raisedAt: at, raisedById: user.personId },
    });
    await tx.comment.create({ data: { ...said, text: "x", at, byId: user.personId } });
    await tx.roundReturn.create({
      data: {
        organisationId,
        id: randomUUID(),
        assessmentId: id,
        reason: "Not yet",
        returnedAt: at,
        returnedById: user.personId,
      },
    });
    await tx.reviewSummary.create({
      data: {
        organisationId,
        assessmentId: id,
        personId: user.personId,
        writtenAt: at,
        sampled: 1,
        confidence: "low",
        risk: "low",
        text: "",
      },
    });
    if (snapshot) {
      const snapshotId = randomUUID();
      await tx.snapshot.create({
        data: {
          id: snapshotId,
          organisationId,
          assessmentId: id,
          kind: "sign_off",
          round,
          ...framework,
          engineVersion: "0",
          answers: {},
          results: {},
          contentHash: "",
          at,
          byId: user.personId,
          byName: user.name,
          byRole: "digital_lead",
        },
      });
      await tx.messageWording.create({
        data: {
          organisationId,
          snapshotId,
          careSetting: "acute",
          audience: "private",
          version: 1,
          texts: {},
          editedAt: at,
          byId: user.personId,
          byRole: "digital_lead",
        },
      });
      await tx.publishedResult.createMany({
        data: [
          {
            organisationId,
            assessmentId: id,
            careSetting: "acute",
            snapshotId,
            round,
            ...framework,
            signedOffAt: at,
            result: {},
          },
        ],
      });
    }
    const stamp = { changedAt: at, changedById: user.personId };
    await tx.sharingChoice.createMany({ data: [{ organisationId, ...stamp }], skipDuplicates: true });
    await tx.targetTemplate.createMany({
      data: [{ organisationId, ...framework, levels: {}, publishedAt: at, publishedById: user.personId }],
      skipDuplicates: true,
    });
    const endsOn = new Date("2099-01-01");
    const grant = { id: randomUUID(), kind: "guest_reviewer", scope: "levels", email: `${id}@example.org` };
    if (snapshot) {
      await tx.accessGrant.create({
        data: { ...grant, organisationId, assessmentId: id, startsOn: new Date("2026-01-01"), endsOn },
      });
    }
    await tx.accessLog.createMany({
      data: [{ organisationId, personId: user.personId, day: endsOn, grantId: grant.id }],
      skipDuplicates: true,
    });
    const tokenId = randomUUID();
    await tx.apiToken.create({
      data: {
        id: tokenId,
        personId: user.personId,
        name: "x",
        scopes: ["read"],
        createdAt: at,
        tokenHash: randomBytes(32).toString("hex"),
        expiresAt: new Date(at.getTime() + 1000),
      },
    });
    await tx.apiTokenReach.create({
      data: { organisationId, tokenId, personId: user.personId, roles: ["digital_lead"], grantIds: [] },
    });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "answer.saved",
      subject: `assessment:${id}`,
    });
  });
  return id;
}
