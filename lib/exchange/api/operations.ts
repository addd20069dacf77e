import { assessmentSchema } from "@/lib/exchange/assessment-schema";
import { careSettingSchema, frameworkSchema } from "@/lib/framework/schema";
import { contentTypes, packFormats, reportFormats } from "@/lib/report/file-name";
import type { Header, Operation, Reply } from "./operation";
import * as schemas from "./schemas";

const assessmentId = {
  description: "The id of the assessment, as the list of assessments gives it",
  example: "3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11",
};
const setting = {
  description: "A care setting of the assessment",
  example: "acute",
  values: careSettingSchema.options,
};
const ods = { description: "The code of the organisation, in either case", example: "ZZA" };
const place = {
  assessmentId,
  capability: { description: "The id of the capability in the framework", example: "c06-3" },
  scope: {
    description: "Where the answer serves: the whole organisation, or one care setting",
    example: "organisation",
    values: ["organisation", ...careSettingSchema.options],
  },
};

const etag: Header = {
  name: "ETag",
  required: true,
  description: "Names this content; send it back in If-None-Match to get it only if it changed",
  example: '"3"',
};
const ifNoneMatch: Header = {
  name: "If-None-Match",
  required: false,
  description: "The ETag of what you hold; the reply is 304 where that is still so",
  example: '"3"',
};
const unchanged: Reply = { description: "You hold this content already", headers: [etag] };

const read = (description: string, schema: Reply["schema"]): Operation["replies"] => ({
  200: { description, schema, headers: [etag] },
  304: unchanged,
});

/** Everything programs can ask for, in the order it is shown. */
export const operations: readonly Operation[] = [
  {
    id: "listFrameworks",
    method: "get",
    path: "/frameworks",
    summary: "List the frameworks",
    description: "Every version of the questions, with the address of its document. Needs no token.",
    scope: null,
    params: {},
    headers: [ifNoneMatch],
    replies: read("The versions there are", schemas.frameworkListSchema),
  },
  {
    id: "getFramework",
    method: "get",
    path: "/frameworks/{id}/{version}",
    summary: "Read a framework",
    description:
      "All dimensions, capabilities, levels and criteria of one version. Once published it never changes. Needs no token.",
    scope: null,
    params: {
      id: { description: "The id of the framework", example: "nhs-trust" },
      version: { description: "The version", example: "2026.1" },
    },
    headers: [ifNoneMatch],
    replies: read("The framework document", frameworkSchema),
  },
  {
    id: "listOrganisations",
    method: "get",
    path: "/organisations",
    summary: "List the organisations your token reaches",
    description: "By name. What you may do in each depends on your roles there.",
    scope: "read",
    params: {},
    query: schemas.noQuery,
    headers: [ifNoneMatch],
    replies: read("The organisations", schemas.organisationListSchema),
  },
  {
    id: "listAssessments",
    method: "get",
    path: "/assessments",
    summary: "List assessments",
    description: "Those you may see, by organisation and latest round first.",
    scope: "read",
    params: {},
    query: schemas.assessmentsQuery,
    headers: [ifNoneMatch],
    replies: read("A page of assessments", schemas.assessmentListSchema),
  },
  {
    id: "getAssessment",
    method: "get",
    path: "/assessments/{assessmentId}",
    summary: "Read an assessment",
    description: "What it is and how far it has come.",
    scope: "read",
    params: { assessmentId },
    query: schemas.noQuery,
    headers: [ifNoneMatch],
    replies: read("The assessment", schemas.assessmentSchema),
  },
  {
    id: "listAnswers",
    method: "get",
    path: "/assessments/{assessmentId}/answers",
    summary: "List the answers of an assessment",
    description:
      "Those you may read, in the order of the framework. What nobody has answered is left out. A contributor gets the questions assigned to them.",
    scope: "read",
    params: { assessmentId },
    query: schemas.pagingQuery,
    headers: [ifNoneMatch],
    replies: read("A page of answers", schemas.answerListSchema),
  },
  {
    id: "getAnswer",
    method: "get",
    path: "/assessments/{assessmentId}/answers/{capability}/{scope}",
    summary: "Read an answer",
    description: "With its version as its ETag. Version 0 means that nobody has answered yet.",
    scope: "read",
    params: place,
    query: schemas.noQuery,
    headers: [ifNoneMatch],
    replies: read("The answer", schemas.answerSchema),
  },
  {
    id: "saveAnswer",
    method: "put",
    path: "/assessments/{assessmentId}/answers/{capability}/{scope}",
    summary: "Save an answer",
    description:
      "Replaces the whole answer, in your name and by the rules of its page. Say which version you replace, in If-Match or as “version” in the body. Repeating a save with its key gives its first reply again.",
    scope: "write_answers",
    params: place,
    headers: [
      {
        name: "Idempotency-Key",
        required: true,
        description:
          "A UUID, another for each save; the same one when you repeat a save whose reply was lost",
        example: "7b0d7c1e-58b4-4a0e-8f0e-2f4a8d0a9b10",
      },
      {
        name: "If-Match",
        required: false,
        description: 'The ETag of the answer you read; "0" before the first save',
        example: '"3"',
      },
    ],
    body: {
      schema: schemas.answerInputSchema,
      example: { level: 3, note: "Tested in March.", confidence: "high" },
    },
    replies: {
      200: { description: "Saved, and durable", schema: schemas.savedSchema, headers: [etag] },
      409: {
        description: "Another save was first, where “version” names the one you read; or the round is closed",
        schema: schemas.conflictSchema,
        types: ["application/problem+json"],
      },
      412: {
        description: "Another save was first, where If-Match names the version you read",
        schema: schemas.conflictSchema,
        types: ["application/problem+json"],
      },
      413: problemReply("The body is too large"),
      415: problemReply("The body is no JSON"),
      422: problemReply("The key was used for another answer"),
      428: problemReply("Neither If-Match nor “version” says which version it replaces"),
    },
  },
  {
    id: "getResult",
    method: "get",
    path: "/assessments/{assessmentId}/results/{setting}",
    summary: "Read the result of a care setting",
    description:
      "Stage, scores and levels, as the service itself works them out: of a signed-off round as they were signed, of an open one as its answers stand. Numbers are unrounded.",
    scope: "read",
    params: { assessmentId, setting },
    query: schemas.noQuery,
    headers: [ifNoneMatch],
    replies: read("The result", schemas.settingResultSchema),
  },
  {
    id: "getAssessmentDocument",
    method: "get",
    path: "/assessments/{assessmentId}/documents/{setting}",
    summary: "Fetch the answers of a care setting as an assessment document",
    description:
      "The document its page offers (digital-maturity/assessment@1), complete with what was answered for the whole organisation, evidence and targets, for who answers all of its questions. The command line scores it, and any installation reads it in. It is noted as an export of yours.",
    scope: "export",
    params: { assessmentId, setting },
    query: schemas.noQuery,
    headers: [ifNoneMatch],
    replies: read("The assessment document", assessmentSchema),
  },
  {
    id: "getReportFile",
    method: "get",
    path: "/assessments/{assessmentId}/results/{setting}/files/{format}",
    summary: "Fetch the gap report as a file",
    description:
      "The very file that its page offers, for who may export it. It is noted as an export of yours, and not kept by any cache.",
    scope: "export",
    params: {
      assessmentId,
      setting,
      format: {
        description: "How the file is written",
        example: "xlsx",
        values: reportFormats,
      },
    },
    query: schemas.noQuery,
    replies: {
      200: {
        description: "The file",
        schema: schemas.fileSchema,
        types: [
          "text/csv",
          "application/pdf",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ],
        headers: [
          {
            name: "Content-Disposition",
            required: true,
            description: "With a name people can find again",
            example: 'attachment; filename="gap-report-ZZA-acute-2026-27-signed-off-2026-11-23.xlsx"',
          },
        ],
      },
    },
  },
  {
    id: "getPlan",
    method: "get",
    path: "/organisations/{ods}/plan",
    summary: "Read the plan of an organisation",
    description:
      "Its actions in the order they are read, with owners, days, costs, benefits and the criteria they will meet. Who only owns actions gets those. Money is in whole pounds.",
    scope: "read",
    params: { ods },
    query: schemas.pagingQuery,
    headers: [ifNoneMatch],
    replies: read("A page of actions", schemas.planSchema),
  },
  {
    id: "getBoardPackFile",
    method: "get",
    path: "/organisations/{ods}/board-pack/{edition}/files/{format}",
    summary: "Fetch a board pack as a file",
    description:
      "The very file that its page offers, of what was signed off, for who may take packs out: for the private session, or for the public one, which names nothing sensitive. It is noted as an export of yours.",
    scope: "export",
    params: {
      ods,
      edition: {
        description: "Which session of the board it is for",
        example: "public",
        values: ["private", "public"],
      },
      format: { description: "How the file is written", example: "pdf", values: packFormats },
    },
    query: schemas.noQuery,
    replies: {
      200: {
        description: "The file",
        schema: schemas.fileSchema,
        types: packFormats.map((format) => contentTypes[format]),
        headers: [
          {
            name: "Content-Disposition",
            required: true,
            description: "With a name people can find again",
            example: 'attachment; filename="board-pack-ZZA-public-2026-27-2026-11-23.pdf"',
          },
        ],
      },
    },
  },
  {
    id: "listAuditEvents",
    method: "get",
    path: "/organisations/{ods}/audit",
    summary: "Read the audit record of an organisation",
    description:
      "Who did what and when, newest first, for its digital leads. Taking it out is an event as well.",
    scope: "audit",
    params: { ods },
    query: schemas.auditQuery,
    headers: [ifNoneMatch],
    replies: read("A page of events", schemas.auditListSchema),
  },
];

function problemReply(description: string): Reply {
  return { description, schema: schemas.problemSchema, types: ["application/problem+json"] };
}

const noSuchMethod = problemReply("This address has no such method; Allow says which it has");

/** What can come back from anything that needs a token. */
export const commonReplies: Readonly<Record<number, Reply>> = {
  400: problemReply("Something in the request is wrong; “errors” says what and where"),
  401: problemReply("There is no token, or it opens nothing"),
  403: problemReply("The token was not made for this"),
  404: problemReply("It is not there, or not for you to see"),
  405: noSuchMethod,
  429: problemReply("Too many requests; Retry-After says how many seconds to wait"),
  503: problemReply("The service cannot reach its records; try again"),
};

/** What can come back from what is public. */
export const publicReplies: Readonly<Record<number, Reply>> = {
  404: problemReply("There is no such thing"),
  405: noSuchMethod,
  503: problemReply("The service cannot reach its records; try again"),
};
