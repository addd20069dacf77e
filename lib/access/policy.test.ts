import { describe, expect, test } from "vitest";
import { type InstallationPermission, may, mayAdminister, type Permission, permissionTable } from "./policy";
import { type Role, roles } from "./role";
import { asCurrentUser, type CurrentUser } from "./user";

function person(...held: [organisationId: string, role: Role][]): CurrentUser {
  return asCurrentUser({
    personId: "a-person",
    name: "A Person",
    sessionId: null,
    administrator: false,
    memberships: held.map(([organisationId, role]) => ({
      organisationId,
      odsCode: organisationId.toUpperCase(),
      organisationName: organisationId,
      role,
    })),
    grants: [],
  });
}

/** Written from design 1, "Who uses it": for each permission, the roles it names and no other. */
const rules: Record<Permission, { why: string; only: Role[] }> = {
  "see the trust": {
    why: "everyone the trust let in",
    only: ["digital_lead", "coordinator", "contributor", "reviewer", "approver", "board_viewer"],
  },
  "see progress": {
    why: "a contributor sees progress, a board viewer no drafts",
    only: ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  },
  "start a round": { why: "the lead runs the assessment", only: ["digital_lead"] },
  "delete an empty round": { why: "a lead may delete a round nobody has answered", only: ["digital_lead"] },
  "read answers": {
    why: "a contributor does not see other answers unless asked, a board viewer no drafts",
    only: ["digital_lead", "coordinator", "reviewer", "approver"],
  },
  "read own answers": {
    why: "a contributor sees their own questions",
    only: ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  },
  "see levels and reasons": {
    why: "as those who read answers",
    only: ["digital_lead", "coordinator", "reviewer", "approver"],
  },
  "answer questions": {
    why: "the lead answers anything; an approver may not edit answers, a reviewer not change them",
    only: ["digital_lead"],
  },
  "answer own questions": {
    why: "contributors answer the part they know",
    only: ["digital_lead", "contributor"],
  },
  "answer for another person": { why: "a coordinator types for others", only: ["coordinator"] },
  "confirm an answer": { why: "a coordinator may not confirm", only: ["digital_lead", "contributor"] },
  comment: {
    why: "a board viewer sees no comments",
    only: ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  },
  "attach evidence": {
    why: "those who put answers together",
    only: ["digital_lead", "coordinator", "contributor"],
  },
  "assign and chase": { why: "lead and coordinator keep it moving", only: ["digital_lead", "coordinator"] },
  "hand a question back": { why: "a contributor hands back", only: ["contributor"] },
  "ask for views": {
    why: "who assigns and chases also asks colleagues how they see it",
    only: ["digital_lead", "coordinator"],
  },
  "give a view": {
    why: "a view is blind, and a contributor alone does not see other answers",
    only: ["contributor"],
  },
  "see views": {
    why: "as those who read answers, within the trust",
    only: ["digital_lead", "coordinator", "reviewer", "approver"],
  },
  "send for review": { why: "a coordinator may not send or review", only: ["digital_lead"] },
  "return to the team": {
    why: "who challenges or signs returns it; the lead takes back what they sent too early",
    only: ["digital_lead", "reviewer", "approver"],
  },
  "challenge an answer": { why: "the reviewer challenges", only: ["reviewer"] },
  "write the review summary": { why: "a summary nobody in the trust can edit", only: ["reviewer"] },
  "sign off": { why: "the approver signs, and nobody else", only: ["approver"] },
  "reopen a round": { why: "the approver reopens", only: ["approver"] },
  "set the rule of sign-off": {
    why: "the lead runs the assessment; what they may do by it stands in every record",
    only: ["digital_lead"],
  },
  "see current results": {
    why: "what is not signed yet is for those who work on it",
    only: ["digital_lead", "coordinator", "reviewer", "approver"],
  },
  "see signed-off results": {
    why: "everyone the trust let in",
    only: ["digital_lead", "coordinator", "contributor", "reviewer", "approver", "board_viewer"],
  },
  "see the board view": {
    why: "made for the board viewer",
    only: ["digital_lead", "coordinator", "reviewer", "approver", "board_viewer"],
  },
  "see sensitive items": {
    why: "a board viewer only if granted",
    only: ["digital_lead", "coordinator", "reviewer", "approver"],
  },
  "see who answered": {
    why: "a board viewer may not",
    only: ["digital_lead", "coordinator", "reviewer", "approver"],
  },
  "make a checkpoint": { why: "the lead runs the assessment", only: ["digital_lead"] },
  "set targets": { why: "the lead plans", only: ["digital_lead"] },
  "approve targets": { why: "who signs also says what is to be reached", only: ["approver"] },
  "judge gaps": { why: "the lead says which gaps matter now", only: ["digital_lead"] },
  "see the plan": {
    why: "boards read plans; contributors see progress and results",
    only: ["digital_lead", "coordinator", "reviewer", "approver", "board_viewer"],
  },
  plan: { why: "the lead plans", only: ["digital_lead"] },
  "finish own actions": {
    why: "an action's owner is asked what it met; a board viewer owns none",
    only: ["digital_lead", "coordinator", "contributor", "reviewer", "approver"],
  },
  "export the gap report": {
    why: "those it is put before and those who put it there",
    only: ["digital_lead", "coordinator", "approver", "board_viewer"],
  },
  "type in DMA scores": {
    why: "the lead, and the coordinator who types for others, copy what NHS England published",
    only: ["digital_lead", "coordinator"],
  },
  "word the key messages": {
    why: "the lead, and the coordinator who prepares papers, word what a board reads; nobody else",
    only: ["digital_lead", "coordinator"],
  },
  "export board packs": {
    why: "those it is put before and those who put it there",
    only: ["digital_lead", "coordinator", "approver", "board_viewer"],
  },
  "fill in the front sheet": {
    why: "those who put a paper before the board; who reads it does not write it",
    only: ["digital_lead", "coordinator", "approver"],
  },
  "see past exports": {
    why: "whoever may take a file out sees what was taken",
    only: ["digital_lead", "coordinator", "approver", "board_viewer"],
  },
  "manage people": { why: "the lead lets people in", only: ["digital_lead"] },
  "read the trust's audit record": { why: "the lead answers for who did what", only: ["digital_lead"] },
  "take everything out": { why: "the lead answers for the trust's records", only: ["digital_lead"] },
  "manage sharing": { why: "the lead shares", only: ["digital_lead"] },
  "see the client portfolio": { why: "the consultant's own", only: ["consultant"] },
  "set the logo of reports": { why: "it stands on what consultants make", only: ["consultant"] },
  "see the system view": { why: "the board's or region's own", only: ["system_viewer"] },
  "publish a target template": { why: "a system may, but set no trust's target", only: ["system_viewer"] },
  "manage organisations": { why: "the installation's", only: ["administrator"] },
  "manage accounts": { why: "the installation's", only: ["administrator"] },
  "manage frameworks": { why: "the installation's", only: ["administrator"] },
  "run imports": { why: "the installation's", only: ["administrator"] },
  "read the audit record": { why: "the installation's", only: ["administrator"] },
};

describe.each(Object.entries(rules) as [Permission, { why: string; only: Role[] }][])(
  "who may %s",
  (permission, { why, only }) => {
    test.each(roles.map((role) => [role, only.includes(role)] as const))(
      `${why}: %s, %s`,
      (role, expected) => {
        expect(may(person(["our-trust", role]), permission, "our-trust")).toBe(expected);
        expect(may(person(["our-trust", role]), permission, "another-trust")).toBe(false);
      },
    );
  },
);

describe("I hold several roles in several places", () => {
  const user = person(
    ["our-trust", "approver"],
    ["our-trust", "contributor"],
    ["their-trust", "digital_lead"],
  );

  test("and may do what any of them allows, each where I hold it", () => {
    expect(may(user, "sign off", "our-trust")).toBe(true);
    expect(may(user, "answer own questions", "our-trust")).toBe(true);
    expect(may(user, "send for review", "our-trust")).toBe(false);
    expect(may(user, "send for review", "their-trust")).toBe(true);
    expect(may(user, "sign off", "their-trust")).toBe(false);
  });
});

describe("what no role may have", () => {
  const all = Object.keys(permissionTable) as Permission[];
  const ofATrust = all.filter((permission) => permissionTable[permission].includes("digital_lead"));

  test.each(["administrator", "consultant", "system_viewer"] as const)(
    "a %s has no part in a trust's answers by being what they are",
    (role) => {
      expect(
        ofATrust.filter((permission) => may(person(["our-trust", role]), permission, "our-trust")),
      ).toEqual([]);
    },
  );

  test("nobody both answers and signs, or both answers and reviews", () => {
    const both = (one: Permission, other: Permission) =>
      roles.filter((role) => permissionTable[one].includes(role) && permissionTable[other].includes(role));
    expect(both("answer questions", "sign off")).toEqual([]);
    expect(both("answer own questions", "sign off")).toEqual([]);
    expect(both("answer questions", "challenge an answer")).toEqual([]);
    expect(both("send for review", "sign off")).toEqual([]);
  });

  test("without a membership nothing is allowed", () => {
    expect(all.filter((permission) => may(person(), permission, "our-trust"))).toEqual([]);
  });
});

describe("I run the installation", () => {
  const ofTheInstallation: InstallationPermission[] = [
    "manage organisations",
    "manage accounts",
    "manage frameworks",
    "run imports",
    "read the audit record",
  ];
  const administrator = asCurrentUser({ ...person(), administrator: true });

  test.each(ofTheInstallation)("and may %s, which no member of anything may", (permission) => {
    expect(mayAdminister(administrator, permission)).toBe(true);
    for (const role of roles) expect(mayAdminister(person(["our-trust", role]), permission)).toBe(false);
  });

  test("and that opens nothing of any organisation", () => {
    const all = Object.keys(permissionTable) as Permission[];
    expect(all.filter((permission) => may(administrator, permission, "our-trust"))).toEqual([]);
  });

  test("and the list above is whole", () => {
    const named = (Object.keys(permissionTable) as Permission[]).filter((permission) =>
      permissionTable[permission].includes("administrator"),
    );
    expect(named).toEqual(ofTheInstallation);
  });
});
