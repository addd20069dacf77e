import { type GivenAccess, grantTable, type Permission, permissionTable } from "./policy";
import { type Role, roles } from "./role";

export type PermissionGroup = { name: string; permissions: readonly Permission[] };

/** The permissions in the groups people read them in; each stands in one. */
export const permissionGroups: readonly PermissionGroup[] = [
  {
    name: "The trust and its year",
    permissions: ["see the trust", "see progress", "start a round", "delete an empty round"],
  },
  {
    name: "Answers of a round that is not signed off",
    permissions: [
      ...(["read answers", "read own answers", "see levels and reasons", "answer questions"] as const),
      ...(["answer own questions", "answer for another person", "confirm an answer", "comment"] as const),
      ...(["attach evidence", "assign and chase", "hand a question back"] as const),
      ...(["ask for views", "give a view", "see views"] as const),
    ],
  },
  {
    name: "Review and sign-off",
    permissions: [
      ...(["send for review", "return to the team", "challenge an answer"] as const),
      ...(["write the review summary", "sign off", "reopen a round"] as const),
      "set the rule of sign-off",
    ],
  },
  {
    name: "Results, targets and plan",
    permissions: [
      ...(["see current results", "see signed-off results", "see the board view"] as const),
      ...(["see sensitive items", "see who answered", "make a checkpoint"] as const),
      ...(["set targets", "approve targets", "judge gaps"] as const),
      ...(["see the plan", "plan", "finish own actions"] as const),
      ...(["word the key messages", "type in DMA scores"] as const),
      ...(["export the gap report", "export board packs", "fill in the front sheet"] as const),
      "see past exports",
    ],
  },
  {
    name: "Letting people in",
    permissions: ["manage people", "manage sharing", "read the trust's audit record", "take everything out"],
  },
  {
    name: "Across organisations",
    permissions: [
      ...(["see the client portfolio", "set the logo of reports"] as const),
      ...(["see the system view", "publish a target template"] as const),
    ],
  },
  {
    name: "The installation",
    permissions: [
      ...(["manage organisations", "manage accounts", "manage frameworks"] as const),
      ...(["run imports", "read the audit record"] as const),
    ],
  },
];

/** The roles that any permission of the group names, in the order of all roles. */
export function rolesIn({ permissions }: PermissionGroup): readonly Role[] {
  return roles.filter((role) => permissions.some((permission) => permissionTable[permission].includes(role)));
}

const grantNames: Readonly<Record<GivenAccess, string | null>> = {
  "consultancy: results": "A consultancy, for results",
  "consultancy: answers": "A consultancy, for answers and notes as well",
  "consultancy: levels": null,
  "consultancy: lead": null,
  "guest_reviewer: levels": "A guest reviewer, for levels and reasons",
  "guest_reviewer: answers": "A guest reviewer, for whole answers",
  "guest_reviewer: results": null,
  "guest_reviewer: lead": null,
  "group: lead": "The lead of the group the trust belongs to",
  "group: results": null,
  "group: answers": null,
  "group: levels": null,
};

/** What a trust can give for a time, and what it allows there. */
export const givenAccess: readonly { name: string; permissions: readonly Permission[] }[] = Object.entries(
  grantTable,
).map(([given, permissions]) => ({ name: grantNames[given as GivenAccess] ?? given, permissions }));
