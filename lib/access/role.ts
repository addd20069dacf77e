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

export function isRole(value: string): value is Role {
  return (roles as readonly string[]).includes(value);
}
