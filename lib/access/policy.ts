import type { UserGrant } from "./grant";
import type { Role } from "./role";
import { grantsIn, rolesIn, type CurrentUser } from "./user";

export type { Role } from "./role";

/**
 * Who may do what (design 1, "Who uses it"). A permission is worded so that it finishes the sentence
 * "this person may …"; it always speaks of one organisation. "Own" means assigned to the person.
 *
 * This table never reaches across organisations. What somebody may do in another's through something given for a
 * time (a client's grant to a consultant, a guest reviewer's round, a group) stands in `grantTable` below.
 */
const permissions = {
  // The organisation and its year
  "see the trust": ["digital_lead", "coordinator", "contributor", "reviewer", "approver", "board_viewer"],
  "see progress": ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  "start a round": ["digital_lead"],
  "delete an empty round": ["digital_lead"],

  // Answers of a round that is not signed off
  "read answers": ["digital_lead", "coordinator", "reviewer", "approver"],
  "read own answers": ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  "see levels and reasons": ["digital_lead", "coordinator", "reviewer", "approver"],
  "answer questions": ["digital_lead"],
  "answer own questions": ["digital_lead", "contributor"],
  "answer for another person": ["coordinator"],
  "confirm an answer": ["digital_lead", "contributor"],
  comment: ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  "attach evidence": ["digital_lead", "coordinator", "contributor"],
  "assign and chase": ["digital_lead", "coordinator"],
  "hand a question back": ["contributor"],
  "ask for views": ["digital_lead", "coordinator"],
  "give a view": ["contributor"],
  "see views": ["digital_lead", "coordinator", "reviewer", "approver"],

  // Review and sign-off
  "send for review": ["digital_lead"],
  "return to the team": ["digital_lead", "reviewer", "approver"],
  "challenge an answer": ["reviewer"],
  "write the review summary": ["reviewer"],
  "sign off": ["approver"],
  "reopen a round": ["approver"],
  "set the rule of sign-off": ["digital_lead"],

  // What it comes to
  "see current results": ["digital_lead", "coordinator", "reviewer", "approver"],
  "see signed-off results": [
    "digital_lead",
    "coordinator",
    "contributor",
    "reviewer",
    "approver",
    "board_viewer",
  ],
  "see the board view": ["digital_lead", "coordinator", "reviewer", "approver", "board_viewer"],
  "word the key messages": ["digital_lead", "coordinator"],
  "type in DMA scores": ["digital_lead", "coordinator"],
  "see sensitive items": ["digital_lead", "coordinator", "reviewer", "approver"],
  "see who answered": ["digital_lead", "coordinator", "reviewer", "approver"],
  "make a checkpoint": ["digital_lead"],
  "set targets": ["digital_lead"],
  "approve targets": ["approver"],
  "judge gaps": ["digital_lead"],
  "see the plan": ["digital_lead", "coordinator", "reviewer", "approver", "board_viewer"],
  plan: ["digital_lead"],
  "finish own actions": ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  "export the gap report": ["digital_lead", "coordinator", "approver", "board_viewer"],
  "export board packs": ["digital_lead", "coordinator", "approver", "board_viewer"],
  "fill in the front sheet": ["digital_lead", "coordinator", "approver"],
  "see past exports": ["digital_lead", "coordinator", "approver", "board_viewer"],

  // Letting people in
  "manage people": ["digital_lead"],
  "manage sharing": ["digital_lead"],
  "read the trust's audit record": ["digital_lead"],
  "take everything out": ["digital_lead"],

  // Across organisations: in the consultancy, integrated care board or region itself
  "see the client portfolio": ["consultant"],
  "set the logo of reports": ["consultant"],
  "see the system view": ["system_viewer"],
  "publish a target template": ["system_viewer"],

  // The installation
  "manage organisations": ["administrator"],
  "manage accounts": ["administrator"],
  "manage frameworks": ["administrator"],
  "run imports": ["administrator"],
  "read the audit record": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** What concerns the installation and no organisation. */
export type InstallationPermission = {
  [Name in Permission]: "administrator" extends (typeof permissions)[Name][number] ? Name : never;
}[Permission];

/** The whole matrix, for the documentation and the tests that go through it. */
export const permissionTable: Readonly<Record<Permission, readonly Role[]>> = permissions;

/** A grant's kind with its scope: what decides how much it allows. */
export type GivenAccess = `${UserGrant["kind"]}: ${UserGrant["scope"]}`;

const asDigitalLead = (Object.keys(permissions) as Permission[]).filter((permission) =>
  permissionTable[permission].includes("digital_lead"),
);

/**
 * What a grant allows in the organisation that gave it. Nobody signs, answers or lets others in through one, but for
 * a group's lead, who is the trust's own. "Results" leaves out sensitive items; who opens "answers" opens those too.
 */
export const grantTable: Readonly<Partial<Record<GivenAccess, readonly Permission[]>>> = {
  "consultancy: results": [
    "see the trust",
    "see signed-off results",
    "see the board view",
    "export the gap report",
  ],
  "consultancy: answers": [
    "see the trust",
    "see progress",
    "read answers",
    "see levels and reasons",
    "see current results",
    "see signed-off results",
    "see the board view",
    "see sensitive items",
    "see the plan",
    "export the gap report",
  ],
  "guest_reviewer: levels": ["see levels and reasons", "challenge an answer", "write the review summary"],
  "guest_reviewer: answers": [
    "read answers",
    "see levels and reasons",
    "see current results",
    "see signed-off results",
    "see sensitive items",
    "challenge an answer",
    "write the review summary",
  ],
  "group: lead": asDigitalLead,
};

/**
 * Whether the person may do this in this organisation: true when a role they hold there, or something the
 * organisation gave them, allows it. False everywhere else; the caller answers 404 then. What was given for one
 * round counts only where that round is named.
 */
export function may(
  user: CurrentUser,
  permission: Permission,
  organisationId: string,
  assessmentId?: string,
): boolean {
  const allowed = permissionTable[permission];
  if (rolesIn(user, organisationId).some((role) => allowed.includes(role))) return true;
  return grantsIn(user, organisationId).some(
    (grant) =>
      (grant.assessmentId === null || grant.assessmentId === assessmentId) &&
      grantTable[`${grant.kind}: ${grant.scope}`]?.includes(permission),
  );
}

/** Whether the person may do this to the installation. It says nothing about any organisation's answers. */
export function mayAdminister(user: CurrentUser, permission: InstallationPermission): boolean {
  return user.administrator && permissionTable[permission].includes("administrator");
}
