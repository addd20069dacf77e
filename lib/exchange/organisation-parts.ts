import type { Part } from "./organisation-part";

// What an organisation takes with it, table by table: the one list from which the export is read and written, the
// import is checked, and a test sees that no table and no column was forgotten.

const question = { assessmentId: "assessment", capabilityId: "text", scope: "text" } as const;
const inQuestion = ["assessmentId", "capabilityId", "scope"];
const lastChange = { version: "count", changedAt: "moment", changedById: "person" } as const;
const framework = { frameworkId: "text", frameworkVersion: "text" } as const;

/** In the order in which rows can be put in: what others point to comes first. */
export const parts = {
  memberships: {
    table: "membership",
    columns: {
      ...{ id: "id", personId: "person", role: "text", startsOn: "day?", endsOn: "day?" },
      ...{ createdAt: "moment", endedAt: "moment?" },
    },
    key: ["id"],
  },
  invitations: {
    table: "invitation",
    columns: {
      ...{
        id: "id",
        email: "text",
        roles: "texts",
        startsOn: "day?",
        endsOn: "day?",
        invitedById: "person?",
      },
      ...{ createdAt: "moment", expiresAt: "moment", acceptedAt: "moment?", acceptedById: "person?" },
      withdrawnAt: "moment?",
    },
    key: ["id"],
    leftOut: { tokenHash: "It lets somebody in. It is made anew by the installation that takes the file." },
  },
  signOffRules: {
    table: "signOffRule",
    columns: { senderMaySign: "flag", setAt: "moment", setById: "person" },
    key: [],
  },
  assessments: {
    table: "assessment",
    columns: {
      ...{ id: "id", round: "text", ...framework, careSettings: "texts", state: "text" },
      ...{ startedAt: "moment", startedById: "person", sentAt: "moment?", sentById: "person?" },
      ...{ signedOffAt: "moment?", reopenedAt: "moment?", reopenedById: "person?", reopenReason: "text" },
    },
    key: ["round"],
  },
  answers: {
    table: "answer",
    columns: {
      ...{ ...question, version: "count", criteria: "json", notApplicable: "text?", note: "text" },
      ...{ confidence: "text?", carriedForward: "flag", withdrawn: "flag", savedAt: "moment" },
      ...{ savedById: "person", enteredForId: "person?" },
    },
    key: inQuestion,
  },
  answerRevisions: {
    table: "answerRevision",
    columns: { ...question, kind: "text", version: "count", value: "json", at: "moment", byId: "person" },
    key: [],
    inOrderOf: "id",
    inNameOf: "byId",
    leftOut: { id: "A number of the installation. The order of the rows says the same." },
  },
  assignments: {
    table: "assignment",
    columns: {
      ...{ id: "id", ...question, personId: "person", due: "day?", note: "text", state: "text" },
      ...{ assignedAt: "moment", assignedById: "person", closedAt: "moment?", closedById: "person?" },
      reason: "text",
    },
    key: ["id"],
    inNameOf: "assignedById",
  },
  voices: {
    table: "voice",
    columns: {
      ...{ ...question, personId: "person", state: "text", due: "day?", note: "text" },
      ...{ askedAt: "moment", askedById: "person", version: "count" },
    },
    key: [...inQuestion, "personId"],
    inNameOf: "askedById",
  },
  voiceViews: {
    table: "voiceView",
    columns: {
      ...{ ...question, personId: "person", version: "count", criteria: "json", notApplicable: "text?" },
      ...{ note: "text", confidence: "text?", low: "count", high: "count", at: "moment" },
    },
    key: [...inQuestion, "personId", "version"],
    inNameOf: "personId",
  },
  digests: {
    table: "digest",
    columns: { personId: "person", day: "day", at: "moment" },
    key: ["personId", "day"],
  },
  targets: {
    table: "target",
    columns: {
      ...{ ...question, level: "count", by: "day?", reason: "text", setAt: "moment", setById: "person" },
      ...{ owner: "text", version: "count", approvedAt: "moment?", approvedById: "person?" },
      removedAt: "moment?",
    },
    key: inQuestion,
  },
  gapViews: {
    table: "gapView",
    columns: {
      ...{ assessmentId: "assessment", capabilityId: "text", careSetting: "text" },
      ...{ standing: "text?", standingReason: "text", importance: "count?", effort: "count?" },
      ...{ adjustedReason: "text", system: "text", supplier: "text", contractEndsOn: "day?" },
      ...{ unblockedBy: "text?", ...lastChange },
    },
    key: ["assessmentId", "capabilityId", "careSetting"],
  },
  snapshots: {
    table: "snapshot",
    columns: {
      ...{ id: "id", assessmentId: "assessment", kind: "text", round: "text", ...framework },
      ...{ engineVersion: "text", answers: "json", results: "json", warnings: "json", contentHash: "text" },
      ...{ at: "moment", byId: "person", byName: "text", byRole: "text", name: "text", committee: "text?" },
      ...{ committeeOn: "day?", minuteReference: "text?", samePerson: "flag", review: "json" },
      ...{ evidenced: "json", agreed: "json" },
    },
    key: ["at", "id"],
  },
  messageWordings: {
    table: "messageWording",
    columns: {
      ...{ snapshotId: "snapshot", careSetting: "text", audience: "text", version: "count", texts: "json" },
      ...{ editedAt: "moment", byId: "person", byRole: "text" },
    },
    key: ["snapshotId", "careSetting", "audience", "version"],
  },
  dmaScores: {
    table: "dmaScores",
    columns: {
      ...{ careSetting: "text", year: "count", version: "count", scores: "json", remarks: "json" },
      ...{ typedAt: "moment", typedById: "person" },
    },
    key: ["careSetting", "year", "version"],
  },
  evidence: {
    table: "evidence",
    columns: {
      ...{ id: "id", title: "text", url: "text?", reference: "text", owner: "text", effectiveOn: "day?" },
      ...{ reviewOn: "day?", grade: "text", verifiedBy: "text?", ...lastChange, removedAt: "moment?" },
    },
    key: ["id"],
  },
  evidenceLinks: {
    table: "evidenceLink",
    columns: {
      ...{ evidenceId: "evidence", capabilityId: "text", scope: "text", counter: "flag" },
      ...{ linkedAt: "moment", linkedById: "person" },
    },
    key: ["evidenceId", "capabilityId", "scope"],
  },
  challenges: {
    table: "challenge",
    columns: {
      ...{ id: "id", ...question, level: "count", reason: "text", state: "text", reply: "text" },
      ...{ raisedAt: "moment", raisedById: "person", repliedAt: "moment?", repliedById: "person?" },
      ...{ closedAt: "moment?", closedById: "person?" },
    },
    key: ["id"],
    inNameOf: "raisedById",
  },
  comments: {
    table: "comment",
    columns: {
      ...{ id: "id", ...question, text: "text", at: "moment", byId: "person", mentions: "persons" },
      ...{ resolvedAt: "moment?", resolvedById: "person?" },
    },
    key: ["id"],
    inNameOf: "byId",
  },
  reviewSummaries: {
    table: "reviewSummary",
    columns: {
      ...{ assessmentId: "assessment", personId: "person", sampled: "count", confidence: "text" },
      ...{ risk: "text", text: "text", writtenAt: "moment" },
    },
    key: ["assessmentId", "personId"],
    inNameOf: "personId",
  },
  plannedActions: {
    table: "plannedAction",
    columns: {
      ...{ id: "id", title: "text", description: "text", ownerTitle: "text", ownerId: "person?" },
      ...{ phase: "count", status: "text", startsOn: "day?", dueOn: "day", finishedOn: "day?" },
      ...{ endedReason: "text", risk: "json?", serves: "json", costs: "json", benefits: "json" },
      ...{ optimismPercent: "count?", noDoubleRunning: "flag", ...lastChange },
    },
    key: ["id"],
  },
  plannedActionRevisions: {
    table: "plannedActionRevision",
    columns: {
      ...{ actionId: "plannedAction", version: "count", change: "text", value: "json" },
      ...{ at: "moment", byId: "person" },
    },
    key: ["actionId", "version"],
    inNameOf: "byId",
  },
  planContexts: {
    table: "planContext",
    columns: {
      ...{ efficiencyYear: "count?", efficiencyPounds: "count?", productivityYear: "count?" },
      ...{ productivityTenths: "count?", productivitySource: "text", ...lastChange },
    },
    key: [],
  },
  yearDates: {
    table: "yearDates",
    columns: {
      ...{ planningReturnOn: "day?", dsptOn: "day?", dmaOpensOn: "day?", dmaClosesOn: "day?" },
      ...{ boardReviewOn: "day?", ...lastChange },
    },
    key: [],
  },
  boardFrontSheets: {
    table: "boardFrontSheet",
    columns: {
      ...{ title: "text", meeting: "text", meetingOn: "day?", agendaReference: "text", author: "text" },
      ...{ leadDirector: "text", purpose: "text", assuranceLevels: "texts", assuranceLevel: "text" },
      ...{ objectives: "text", riskRegister: "text", cqcDomains: "texts", consideredBy: "text" },
      ...{ implications: "text", recommendation: "text", ...lastChange },
    },
    key: [],
  },
  reportLogos: {
    table: "reportLogo",
    columns: { picture: "bytes?", width: "count", height: "count", ...lastChange },
    key: [],
  },
  accessGrants: {
    table: "accessGrant",
    columns: {
      ...{
        id: "id",
        kind: "text",
        scope: "text",
        beside: "text",
        receiverId: "organisation?",
        email: "text?",
      },
      ...{ assessmentId: "assessment?", startsOn: "day", endsOn: "day?", createdAt: "moment" },
      ...{ createdById: "person?", endedAt: "moment?" },
    },
    key: ["id"],
  },
  accessLogs: {
    table: "accessLog",
    columns: { personId: "person", day: "day", grantId: "id", firstAt: "moment" },
    key: ["personId", "day"],
    inNameOf: "personId",
  },
  sharingChoices: {
    table: "sharingChoice",
    columns: { withSystem: "flag", changedAt: "moment", changedById: "person?" },
    key: [],
  },
  publishedResults: {
    table: "publishedResult",
    columns: {
      ...{ assessmentId: "assessment", careSetting: "text", snapshotId: "snapshot", round: "text" },
      ...{ ...framework, signedOffAt: "moment", beingRevised: "flag", result: "json" },
    },
    key: ["assessmentId", "careSetting"],
  },
  targetTemplates: {
    table: "targetTemplate",
    columns: { ...framework, levels: "json", reason: "text", publishedAt: "moment", publishedById: "person" },
    key: [],
  },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof parts;

/** The names of the parts, in the order in which they can be put in. */
export const partNames = Object.keys(parts) as PartName[];

export function partCalled(name: PartName): Part {
  return parts[name];
}

/** Tables of an organisation that are no part, and why. */
export const leftOutTables: Readonly<Record<string, string>> = {
  api_token_reach: "A token works in the installation that made it, and nowhere else.",
  audit_event: "It is in the document events, without the numbers that this installation gave.",
  earlier_event: "It is in the document events, before what happened in this installation.",
  save_receipt: "It lets a browser ask twice for one save, and is its owner's alone.",
  upload: "It is a file that somebody was about to bring in, theirs alone and gone after a day.",
};

/** What of the rows stays behind, and why. */
export const leftOutRows: Readonly<Partial<Record<PartName, string>>> = {
  answerRevisions: "What somebody typed and could not save (kind refused) is for its author's eyes alone.",
};
