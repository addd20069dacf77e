// Every address, form and text of the service by whom it belongs to. The isolation tests read what the build and the
// database hold and fail where something has no line here, so that nothing new is forgotten.

/** The kinds of place. What is `of an organisation` or `of the installation` nobody else may reach. */
type Whose =
  /** Anybody's, signed in or not. */
  | "public"
  /** Whoever is signed in, about themselves alone. */
  | "own"
  /** People of one organisation, and whom it let in. */
  | "of an organisation"
  /** Administrators. */
  | "of the installation"
  /** Holders of a link that was sent to them. */
  | "by link"
  /** Programs with somebody's token, and no browser: each is tried in tests/served/api.test.ts. */
  | "by token";

/** The first line that fits counts. A route ends where its pattern does; `/…` stands for whatever follows. */
const table: readonly (readonly [string, Whose])[] = [
  ["/", "public"],
  ["/_global-error", "public"],
  ["/_not-found", "public"],
  ["/accessibility", "public"],
  ["/cookies", "public"],
  ["/privacy", "public"],
  ["/unavailable", "public"],
  ["/help/…", "public"],
  ["/frameworks/…", "public"],
  ["/rapid-check/carry", "own"],
  ["/rapid-check/…", "public"],
  ["/sign-in/new-password/[token]", "by link"],
  ["/sign-in/…", "public"],
  ["/invitation/[token]", "by link"],
  ["/account/email/[token]", "by link"],
  ["/account/email/confirmed", "public"],
  ["/account/…", "own"],
  ["/trusts", "own"],
  ["/portfolio/…", "own"],
  ["/system", "own"],
  ["/trusts/[ods]/…", "of an organisation"],
  ["/groups/[ods]/…", "of an organisation"],
  ["/system/targets/[code]", "of an organisation"],
  ["/assessments/[assessmentId]/…", "of an organisation"],
  ["/admin/…", "of the installation"],
  ["/api/assessments/[assessmentId]/…", "of an organisation"],
  ["/api/auth/…", "public"],
  ["/api/health/…", "public"],
  ["/api/session", "public"],
  ["/api/v1/frameworks/…", "public"],
  ["/api/v1/openapi.json", "public"],
  ["/api/v1/[...address]", "public"],
  ["/api/v1/…", "by token"],
];

/** Whose a route of the build is; undefined where no line of the table fits. */
export function whose(route: string): Whose | undefined {
  const found = table.find(([pattern]) => {
    if (!pattern.endsWith("/…")) return pattern === route;
    const start = pattern.slice(0, -2);
    return route === start || route.startsWith(`${start}/`);
  });
  return found?.[1];
}

/** Routes that belong to a kind of organisation we are not: tried with the code of one that is. */
export const codeOf: Readonly<Record<string, "group" | "system">> = {
  "/groups/[ods]": "group",
  "/system/targets/[code]": "system",
};

/** Where the real id for a part of an address stands: a table of an organisation, whose `id` is taken. */
export const tableOfParam: Readonly<Record<string, string>> = {
  grantId: "access_grant",
  evidence: "evidence",
  action: "planned_action",
  snapshot: "snapshot",
  uploadId: "upload",
};

/** Parts of an address that are no ids. */
export const plainParams: Readonly<Record<string, string>> = {
  capability: "c06-3",
  scope: "organisation",
  dimension: "d06",
  setting: "acute",
  year: "2025",
  kind: "consultancy",
  edition: "public",
  format: "pdf",
  line: "new",
  importId: "11111111-1111-4111-8111-111111111111",
};

/** Columns that hold what people write, by table: each is filled with a word that must never be seen elsewhere. */
export const texts: Readonly<Record<string, readonly string[]>> = {
  access_grant: ["email"],
  answer: ["note"],
  assessment: ["reopen_reason"],
  assignment: ["note", "reason"],
  board_front_sheet: [
    ...["title", "meeting", "agenda_reference", "author", "lead_director", "assurance_level", "objectives"],
    ...["risk_register", "considered_by", "implications", "recommendation"],
  ],
  challenge: ["reason", "reply"],
  comment: ["text"],
  evidence: ["owner", "reference", "title", "url"],
  gap_view: ["adjusted_reason", "standing_reason", "supplier", "system"],
  invitation: ["email"],
  plan_context: ["productivity_source"],
  planned_action: ["description", "ended_reason", "owner_title", "title"],
  review_summary: ["text"],
  round_return: ["reason"],
  snapshot: ["by_name", "committee", "minute_reference", "name"],
  target: ["owner", "reason"],
  target_template: ["reason"],
  upload: ["file_name"],
  voice: ["note"],
  voice_view: ["note"],
};

/** Documents that hold what people write: the factories write it there through the data layer, as people do. */
export const documents: Readonly<Record<string, readonly string[]>> = {
  answer_revision: ["value"],
  assessment: ["earlier_reopenings"],
  challenge: ["earlier_replies"],
  dma_scores: ["remarks"],
  message_wording: ["texts"],
  planned_action: ["benefits", "costs", "risk"],
  planned_action_revision: ["value"],
  snapshot: ["agreed", "answers", "review"],
  upload: ["content"],
};

/** Documents of codes, levels and ids alone, by table and column. */
export const documentsOfCodes =
  /^((answer|voice_view)\.criteria|save_receipt\.reply|snapshot\.(results|warnings|evidenced)|dma_scores\.scores|(audit|earlier)_event\.detail|published_result\.result|target_template\.levels|planned_action\.serves)$/;

/** Columns of organisations' tables that hold codes, ids and hashes: nobody types them. */
export const codes =
  /^(kind|purpose|state|status|change|scope|role|beside|confidence|risk|grade|verified_by|copied_from|not_applicable|capability_id|care_setting|standing|unblocked_by|framework_id|framework_version|engine_version|round|by_role|content_hash|body_hash|token_hash|action|subject|audience)$/;

/** What is typed into the boxes of forms: letters that mean something to databases, patterns and screens. */
export const TYPED = "Mine now '; DROP TABLE answer; -- %_$1 \u{1f600} \u202eright\u202c";

type Fields = Readonly<Record<string, string>>;

/** What forms send, by the names of their fields, good enough to get past every check but whose it is. */
export function forged(ids: Fields): Fields {
  const { assessmentId = "", capability = "", grantId = "", evidence = "", snapshot = "" } = ids;
  const organisation = "22222222-2222-4222-8222-222222222222";
  return {
    ...ids,
    id: assessmentId,
    capabilityId: capability,
    person: ids.personId ?? "",
    grant: grantId,
    snapshot,
    invitation: organisation,
    challenge: organisation,
    comment: organisation,
    receiver: organisation,
    import: organisation,
    organisation,
    key: organisation,
    evidence,
    code: ids.system ?? "",
    version: "1",
    restore: "1",
    level: "2",
    by: "",
    "by-day": "",
    confidence: "low",
    risk: "low",
    reason: TYPED,
    reply: TYPED,
    text: TYPED,
    note: TYPED,
    name: TYPED,
    use: "answer",
    speaks: "for",
    sampled: "3",
    capacity: "person",
    allowed: "yes",
    share: "yes",
    questions: "c06-3/organisation",
    dimensions: "d06",
    round: "2035/36",
    careSettings: "acute",
    email: "thief@example.org",
    roles: "digital_lead",
    beside: "no",
    title: TYPED,
    "endsOn-day": "31",
    "endsOn-month": "3",
    "endsOn-year": "2099",
    reference: TYPED,
    grade: "stated",
    odsCode: "Q99",
    // What nobody asks for, and nobody may set.
    trustId: organisation,
    organisationId: organisation,
    role: "digital_lead",
    score: "5",
    status: "signed_off",
    state: "signed_off",
    createdBy: organisation,
  };
}

const days = (name: string): Fields => ({
  [`${name}-day`]: "20",
  [`${name}-month`]: "11",
  [`${name}-year`]: "2026",
});

const actionTyped = ({ action = "" }: Fields): Fields => ({
  id: action,
  ownerTitle: "Thief",
  phase: "1",
  status: "in_progress",
  ...days("due"),
  risk: TYPED,
  likelihood: "2",
  impact: "2",
});

const lineTyped = ({ action = "" }: Fields): Fields => ({
  id: action,
  line: "new",
  description: TYPED,
  assumption: TYPED,
  fromYear: "2027",
  pounds: "1000",
});

/** Where a form means something else by the name of a field, or takes no others: by the name of its action. */
export const forgedFor: Readonly<Record<string, (ids: Fields) => Fields>> = {
  giveConsultancyAction: () => ({ scope: "answers" }),
  giveGuestAction: ({ assessmentId = "" }) => ({ round: assessmentId, scope: "levels" }),
  changeGrantAction: () => ({ scope: "answers" }),
  changeEvidenceAction: ({ evidence = "" }) => ({ id: evidence }),
  removeEvidenceAction: ({ evidence = "" }) => ({ id: evidence }),
  confirmEvidenceAction: ({ evidence = "" }) => ({ id: evidence }),
  copyPlannedActionAction: ({ action = "", ods = "" }) => ({ id: action, toTrust: ods }),
  copyEvidenceAction: ({ evidence = "", ods = "" }) => ({ id: evidence, toTrust: ods }),
  publishTemplateAction: () => ({ "c06-3": "3" }),
  addOrganisationAction: () => ({ kind: "trust" }),
  copyAction: ({ assessmentId = "" }) => ({ toAssessment: assessmentId, toScope: "acute" }),
  askAction: ({ personId = "" }) => ({ people: personId }),
  confirmAction: () => ({ seen: "c06-3/organisation/1" }),
  approveTargetsAction: () => ({ targets: "c06-3/organisation/1" }),
  takeTemplateAction: ({ grantId = "" }) => ({ template: grantId }),
  applyAnswersAction: () => ({ seen: "x", taken: "c06-3/organisation" }),
  applyPlanAction: () => ({ seen: "x", taken: "1" }),
  wordMessagesAction: ({ snapshot = "" }) => ({
    snapshotId: snapshot,
    careSetting: "acute",
    audience: "private",
    position: TYPED,
  }),
  keepFrontSheetAction: () => ({ purpose: "decision" }),
  keepDmaAction: () => ({ careSetting: "acute", year: "2025" }),
  endReachAction: ({ grantId = "" }) => ({ token: grantId }),
  addActionAction: actionTyped,
  changeActionAction: actionTyped,
  finishPlannedAction: (ids) => ({ ...actionTyped(ids), ...days("finished") }),
  saveCostAction: (ids) => ({ ...lineTyped(ids), kind: "one_off_capital" }),
  saveBenefitAction: (ids) => ({ ...lineTyped(ids), kind: "cash_releasing", unit: "pounds", years: "1" }),
  changeOrganisationAction: () => ({ kind: "trust" }),
};

/** Forms that take these fields and no others. */
export const onlyFields: Readonly<Record<string, readonly string[]>> = {
  publishTemplateAction: ["system", "reason", "c06-3"],
};
