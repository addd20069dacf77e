import type { OrganisationKind } from "./organisation-kind";

/**
 * What a person can be in an organisation (design 1, "Who uses it"). One person may hold several roles in
 * several organisations. `consultant` is held in a consultancy, `system_viewer` in an integrated care board
 * or region; `administrator` belongs to the installation and to no organisation.
 */
export const roles = [
  "digital_lead",
  "coordinator",
  "contributor",
  "reviewer",
  "approver",
  "board_viewer",
  "consultant",
  "system_viewer",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

/** What a person can be in an organisation: an administrator is a member of nothing. */
export type MembershipRole = Exclude<Role, "administrator">;

/** The role in the words people see. */
export const roleNames: Readonly<Record<Role, string>> = {
  digital_lead: "Digital lead",
  coordinator: "Coordinator",
  contributor: "Contributor",
  reviewer: "Reviewer",
  approver: "Approver",
  board_viewer: "Board viewer",
  consultant: "Consultant",
  system_viewer: "System viewer",
  administrator: "Administrator",
};

const inATrust: readonly MembershipRole[] = [
  "digital_lead",
  "coordinator",
  "contributor",
  "reviewer",
  "approver",
  "board_viewer",
];

const byKind: Readonly<Record<OrganisationKind, readonly MembershipRole[]>> = {
  trust: inATrust,
  group: ["digital_lead"],
  gp_practice: inATrust,
  icb: ["system_viewer"],
  region: ["system_viewer"],
  consultancy: ["consultant"],
};

/** The roles that can be held in an organisation of this kind. */
export function rolesFor(kind: OrganisationKind): readonly MembershipRole[] {
  return byKind[kind];
}

/** What each role comes to do, as it is said to whoever gives it (design 1, "Who uses it"). */
export const rolePurposes: Readonly<Record<Role, string>> = {
  digital_lead:
    "Runs the assessment: starts rounds, answers anything, sends for review, plans, and manages people",
  coordinator: "Keeps it moving: assigns and chases, and types answers for other people, who confirm them",
  contributor: "Answers the questions they are asked, and sees the signed-off result",
  reviewer: "Challenges answers and writes a review summary that nobody in the trust can edit",
  approver: "Signs off, and reopens with a reason",
  board_viewer: "Sees the dashboard, trend, plan and board packs of signed-off results",
  consultant: "Works for client trusts that gave the consultancy access",
  system_viewer: "Sees what trusts chose to share with their system, and publishes a target template",
  administrator:
    "Keeps the installation running: organisations, accounts, frameworks, imports. Reads no answers",
};

export function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}

/** A role as it was kept, in words; one that is none any more as it was written. */
export function roleInWords(kept: string): string {
  return isRole(kept) ? roleNames[kept] : kept;
}
