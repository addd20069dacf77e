// Where things are found. One place, so that a page and whoever links to it cannot disagree.

/** Names one answer: a capability in one scope ("organisation" or a care setting) of one assessment. */
type AnswerPlace = { assessmentId: string; capabilityId: string; scope: string };

/** A trust's home. */
export function trustPath(odsCode: string): string {
  return `/trusts/${odsCode}`;
}

/** The board's view of a trust, or what of it the public may see. */
export function boardPath(odsCode: string, version: "private" | "public" = "private"): string {
  return `${trustPath(odsCode)}/board${version === "public" ? "?version=public" : ""}`;
}

/** The official DMA scores of a trust beside its own, or the form for those of one care setting and year. */
export function dmaPath(odsCode: string, place?: { setting: string; year: number }): string {
  return `${trustPath(odsCode)}/dma${place ? `/${place.setting}/${place.year}` : ""}`;
}

/** How a trust moved over its rounds. */
export function trendPath(odsCode: string): string {
  return `${trustPath(odsCode)}/trend`;
}

/** Where the key messages of a care setting are worded, for the board or for the public. */
export function messagesPath(odsCode: string, setting: string, version: "private" | "public"): string {
  return `${trustPath(odsCode)}/board/messages/${setting}${version === "public" ? "?version=public" : ""}`;
}

/** Where a board pack is put together; with an edition, the pack itself. */
export function boardPackPath(odsCode: string, edition?: string): string {
  return `${boardPath(odsCode)}/pack${edition ? `/${edition}` : ""}`;
}

/** What digital maturity says to each area of the board's yearly self-assessment. */
export function providerExtractPath(odsCode: string, edition: "private" | "public"): string {
  return `${boardPath(odsCode)}/capability/${edition}`;
}

/** The people of an organisation and the invitations to it. */
export function peoplePath(odsCode: string): string {
  return `${trustPath(odsCode)}/people`;
}

/** Where somebody is invited. */
export function invitePath(odsCode: string): string {
  return `${peoplePath(odsCode)}/invite`;
}

/** One of the people of an organisation. */
export function personPath(odsCode: string, personId: string): string {
  return `${peoplePath(odsCode)}/${personId}`;
}

/** The tokens by which programs reach an organisation. */
export function reachingTokensPath(odsCode: string): string {
  return `${peoplePath(odsCode)}/tokens`;
}

/** A person's own tokens for programs. */
export const tokensPath = "/account/tokens";

/** What programs can ask the service for. */
export const apiGuidePath = "/help/api";

/** The pages of those who run the installation. */
export function adminPath(
  page?: "organisations" | "accounts" | "administrators" | "frameworks" | "imports" | "audit",
): string {
  return page ? `/admin/${page}` : "/admin";
}

/** What is kept of an organisation, for administrators. */
export function organisationPath(odsCode: string): string {
  return `${adminPath("organisations")}/${odsCode}`;
}

/** An account, for administrators. */
export function accountPath(personId: string): string {
  return `${adminPath("accounts")}/${personId}`;
}

/** An import of organisations, as it was looked at. */
export function importPath(importId: string): string {
  return `${adminPath("imports")}/${importId}`;
}

/** What a trust shares and with whom. */
export function sharingPath(odsCode: string): string {
  return `${trustPath(odsCode)}/sharing`;
}

/** Where somebody new is given access. */
export function newGrantPath(odsCode: string, kind: string): string {
  return `${sharingPath(odsCode)}/new/${kind}`;
}

/** Where what was given is changed or ended. */
export function grantPath(odsCode: string, grantId: string): string {
  return `${sharingPath(odsCode)}/grants/${grantId}`;
}

/** The levels that a trust's board or region would like to see. */
export function systemTargetsPath(odsCode: string): string {
  return `${trustPath(odsCode)}/system-targets`;
}

/** A consultant's clients. */
export const portfolioPath = "/portfolio";

/** A consultant's clients side by side, as an Excel file. */
export const sideBySidePath = `${portfolioPath}/side-by-side.xlsx`;

/** The logo that a consultancy puts on its reports. */
export const reportLogoPath = `${portfolioPath}/logo`;

/** A board or region and what its trusts share. */
export const systemPath = "/system";

/** A group's trusts side by side. */
export function groupPath(odsCode: string): string {
  return `/groups/${odsCode}`;
}

/** What happened in an organisation. */
export function auditPath(odsCode: string): string {
  return `${trustPath(odsCode)}/audit`;
}

/** What was taken out of an organisation as a file. */
export function exportsPath(odsCode: string): string {
  return `${trustPath(odsCode)}/exports`;
}

/** Where all that an organisation has here is taken out, or one of the files. */
export function everythingPath(odsCode: string, file?: "organisation.zip" | "tables.zip"): string {
  return `${trustPath(odsCode)}/everything${file ? `/${file}` : ""}`;
}

/** The level and reason of each answer, for whoever reviews without reading all of it. */
export function levelsPath(assessmentId: string): string {
  return `/assessments/${assessmentId}/levels`;
}

/** One of them, to be challenged. */
export function challengedAnswerPath({ assessmentId, capabilityId, scope }: AnswerPlace): string {
  return `${levelsPath(assessmentId)}/${capabilityId}/${scope}`;
}

/** Where an invitation is accepted. */
export function invitationPath(token: string): string {
  return `/invitation/${encodeURIComponent(token)}`;
}

/** The task list of an assessment. */
export function assessmentPath(assessmentId: string): string {
  return `/assessments/${assessmentId}`;
}

/** Where questions are assigned; the query says which are ticked already. */
export function assignPath(
  assessmentId: string,
  ticked: { dimension?: string; question?: string; person?: string; show?: "unassigned" } = {},
): string {
  const query = new URLSearchParams(Object.entries(ticked)).toString();
  return `${assessmentPath(assessmentId)}/assign${query ? `?${query}` : ""}`;
}

/** Who has which questions of an assessment, and who is behind. */
export function answeringPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/people`;
}

/** The page of one answer. */
export function answerPagePath({ assessmentId, capabilityId, scope }: AnswerPlace): string {
  return `${assessmentPath(assessmentId)}/answers/${capabilityId}/${scope}`;
}

/** The address that one answer is read from and saved to (contract: saving an answer). */
export function answerApiPath(place: AnswerPlace): string {
  return `/api${answerPagePath(place)}`;
}

/** Where somebody hands their question back. */
export function handBackPath(place: AnswerPlace): string {
  return `${answerPagePath(place)}/hand-back`;
}

/** What colleagues save in an assessment, as server-sent events. */
export function changesApiPath(assessmentId: string): string {
  return `/api${assessmentPath(assessmentId)}/changes`;
}

/** Every version of one answer. */
export function answerHistoryPath(place: AnswerPlace): string {
  return `${answerPagePath(place)}/history`;
}

/** Colleagues' own views of one answer: where they are asked for, given and compared. */
export function viewsPath(place: AnswerPlace): string {
  return `${answerPagePath(place)}/views`;
}

/** Where one answer can be copied to. */
export function copyPath(place: AnswerPlace): string {
  return `${answerPagePath(place)}/copy`;
}

/** What of one dimension is still to be confirmed, to confirm at once. */
export function confirmPath(assessmentId: string, dimensionId: string): string {
  return `${assessmentPath(assessmentId)}/confirm/${dimensionId}`;
}

/** The evidence for and against one answer. */
export function answerEvidencePath(place: AnswerPlace): string {
  return `${answerPagePath(place)}/evidence`;
}

/** A trust's register of evidence, or one piece of it. */
export function evidencePath(odsCode: string, evidenceId?: string): string {
  return `${trustPath(odsCode)}/evidence${evidenceId ? `/${evidenceId}` : ""}`;
}

/** Challenges to one answer and comments on it. */
export function discussionPath(place: AnswerPlace): string {
  return `${answerPagePath(place)}/discussion`;
}

/** What reviewers and colleagues said about the answers of a round. */
export function reviewPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/review`;
}

/** Where a round in review is given back to the people who answer it. */
export function giveBackPath(assessmentId: string): string {
  return `${reviewPath(assessmentId)}#give-back`;
}

/** The whole assessment as it stood on a day. */
export function assessmentHistoryPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/history`;
}

/** The assessment as it is stored, readable without its questions. */
export function keptPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/kept`;
}

/** Where the answers of an assessment are taken out and brought in, or what one file that was brought in would change. */
export function workbookPath(assessmentId: string, uploadId?: string): string {
  return `${assessmentPath(assessmentId)}/workbook${uploadId ? `/${uploadId}` : ""}`;
}

/** What blocks or is worth a second look before review. */
export function checkPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/check`;
}

/** Where an approver signs. */
export function signOffPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/sign-off`;
}

/** Where an approver opens a signed-off round again. */
export function reopenPath(assessmentId: string): string {
  return `${assessmentPath(assessmentId)}/reopen`;
}

/** The checkpoints of an assessment, or one of them. */
export function checkpointPath(assessmentId: string, snapshotId?: string): string {
  return `${assessmentPath(assessmentId)}/checkpoints${snapshotId ? `/${snapshotId}` : ""}`;
}

/** Whether who sends a round may also sign it. */
export function signOffRulePath(odsCode: string): string {
  return `${trustPath(odsCode)}/sign-off-rule`;
}

/** The result of one care setting, or a page under it. */
export function resultsPath(
  assessmentId: string,
  setting: string,
  page?:
    "lenses" | "gaps" | "route" | "route/frontier" | "targets" | "targets/template" | "what-if" | "report",
): string {
  return `${assessmentPath(assessmentId)}/results/${setting}${page ? `/${page}` : ""}`;
}

/** The result of one care setting in the groups of a lens. */
export function lensResultPath(assessmentId: string, setting: string, lens: string): string {
  return `${resultsPath(assessmentId, setting, "lenses")}?${new URLSearchParams({ lens }).toString()}`;
}

/** What ticked criteria would come to, for the page where they are ticked. */
export function whatIfApiPath(assessmentId: string, setting: string): string {
  return `/api${assessmentPath(assessmentId)}/what-if/${setting}`;
}

/** A trust's plan, or a page of it. */
export function planPath(
  odsCode: string,
  page?: "new" | "projection" | "money" | "money/context" | "plan.xlsx" | "workbook",
): string {
  return `${trustPath(odsCode)}/plan${page ? `/${page}` : ""}`;
}

/** Where a trust types the days of the year that nobody else tells this service. */
export function yearDatesPath(odsCode: string): string {
  return `${trustPath(odsCode)}/year`;
}

/** What a workbook of the plan would change. */
export function planUploadPath(odsCode: string, uploadId: string): string {
  return `${planPath(odsCode, "workbook")}/${uploadId}`;
}

/** Where an action begins that raises a capability in a scope to a level. */
export function planFromPath(
  odsCode: string,
  { capabilityId, scope, to }: { capabilityId: string; scope: string; to: number },
): string {
  const query = new URLSearchParams({ capability: capabilityId, scope, to: String(to) });
  return `${planPath(odsCode, "new")}?${query.toString()}`;
}

/** One action of a plan, or a page of it. */
export function actionPath(
  odsCode: string,
  actionId: string,
  page?: "edit" | "criteria" | "finish" | "end",
): string {
  return `${planPath(odsCode)}/${actionId}${page ? `/${page}` : ""}`;
}

/** A cost or benefit of an action; "new" for one more. */
export function actionLinePath(
  odsCode: string,
  actionId: string,
  kind: "costs" | "benefits",
  line: string,
): string {
  return `${actionPath(odsCode, actionId)}/${kind}/${line}`;
}

/** How the score of one dimension comes about: its capabilities, their levels and criteria. */
export function workingPath(assessmentId: string, setting: string, dimensionId: string): string {
  return `${resultsPath(assessmentId, setting)}/dimensions/${dimensionId}`;
}
