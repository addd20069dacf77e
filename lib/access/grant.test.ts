import { describe, expect, test } from "vitest";
import { type FoundGrant, grantKinds, grantsFor, type GrantScope, scopesOf } from "./grant";
import { type GivenAccess, grantTable, may, type Permission, permissionTable } from "./policy";
import { asCurrentUser, type CurrentUser, organisationsOpenTo } from "./user";

const everything = Object.keys(permissionTable) as Permission[];

function grant(more: Partial<FoundGrant> = {}): FoundGrant {
  return {
    id: "a-grant",
    kind: "consultancy",
    scope: "results",
    beside: "no",
    organisationId: "our-trust",
    odsCode: "ZZA",
    organisationName: "Our trust",
    receiverId: "consultancy",
    assessmentId: null,
    endsOn: "2027-03-31",
    email: null,
    ...more,
  };
}

const guest = (more: Partial<FoundGrant> = {}) =>
  grant({
    kind: "guest_reviewer",
    scope: "levels",
    receiverId: null,
    email: "jo@example.org",
    assessmentId: "the-round",
    ...more,
  });

function holding(...found: FoundGrant[]): CurrentUser {
  const grants = found.map(({ email: _email, ...held }) => held);
  return asCurrentUser({
    personId: "p",
    name: "P",
    sessionId: null,
    administrator: false,
    memberships: [],
    grants,
  });
}

describe("somebody was given access: is it for me?", () => {
  const consultant = {
    email: "Jo@Example.org",
    memberships: [{ organisationId: "consultancy", role: "consultant" }],
  };

  test("what my consultancy was given is mine while I am a consultant there", () => {
    expect(grantsFor(consultant, [grant()])).toHaveLength(1);
    expect(grantsFor({ ...consultant, memberships: [] }, [grant()])).toEqual([]);
    const clerk = { ...consultant, memberships: [{ organisationId: "consultancy", role: "board_viewer" }] };
    expect(grantsFor(clerk, [grant()])).toEqual([]);
  });

  test("what was given to one of us alone is that one's, whatever case the address was typed in", () => {
    expect(grantsFor(consultant, [grant({ email: "jo@example.org" })])).toHaveLength(1);
    expect(grantsFor(consultant, [grant({ email: "sam@example.org" })])).toEqual([]);
    expect(grantsFor({ ...consultant, email: null }, [grant({ email: "jo@example.org" })])).toEqual([]);
  });

  test("a group's leads act in its trusts, and nobody else of the group", () => {
    const given = grant({ kind: "group", scope: "lead", receiverId: "group" });
    const member = (role: string) => ({ email: null, memberships: [{ organisationId: "group", role }] });
    expect(grantsFor(member("digital_lead"), [given])).toHaveLength(1);
    expect(grantsFor(member("contributor"), [given])).toEqual([]);
  });

  test("a guest review is for the address it was given to", () => {
    expect(grantsFor({ email: "jo@example.org", memberships: [] }, [guest()])).toHaveLength(1);
    expect(grantsFor({ email: "other@example.org", memberships: [] }, [guest()])).toEqual([]);
    expect(grantsFor({ email: null, memberships: [] }, [guest({ email: null })])).toEqual([]);
  });

  test("the address it was given to is not carried along", () => {
    expect(grantsFor(consultant, [grant({ email: "jo@example.org" })])[0]).not.toHaveProperty("email");
  });
});

/** Written from design 1, "Who uses it": what each gift allows, and no other. */
const allows: Record<string, Permission[]> = {
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
};

describe("what a gift allows", () => {
  test.each(Object.entries(allows))("%s: these and nothing else", (given, permissions) => {
    const [kind, scope] = given.split(": ") as [FoundGrant["kind"], GrantScope];
    const user = holding(grant({ kind, scope }));
    expect(everything.filter((permission) => may(user, permission, "our-trust")).sort()).toEqual(
      [...permissions].sort(),
    );
    expect(everything.filter((permission) => may(user, permission, "another-trust"))).toEqual([]);
  });

  test("a group's lead may what the trust's own lead may", () => {
    const user = holding(grant({ kind: "group", scope: "lead" }));
    const leads = everything.filter((permission) => permissionTable[permission].includes("digital_lead"));
    expect(everything.filter((permission) => may(user, permission, "our-trust"))).toEqual(leads);
  });

  test("every kind and scope there is has its row, and no other", () => {
    const known = grantKinds.flatMap((kind) => scopesOf[kind].map((scope) => `${kind}: ${scope}`));
    expect(Object.keys(grantTable).sort()).toEqual(known.sort());
  });

  test("nobody signs off, answers, plans or lets others in as a consultant or guest", () => {
    const never: Permission[] = ["sign off", "answer questions", "plan", "set targets", "manage people"];
    for (const given of Object.keys(allows) as GivenAccess[]) {
      expect(grantTable[given]?.filter((permission) => never.includes(permission))).toEqual([]);
    }
  });
});

describe("I was asked to review one round", () => {
  const user = holding(guest());

  test("and see that one alone", () => {
    expect(may(user, "see levels and reasons", "our-trust", "the-round")).toBe(true);
    expect(may(user, "see levels and reasons", "our-trust", "another-round")).toBe(false);
    expect(may(user, "see levels and reasons", "our-trust")).toBe(false);
    expect(may(user, "see the trust", "our-trust", "the-round")).toBe(false);
  });

  test("the trust's rows are within reach of the code that asks", () => {
    expect(organisationsOpenTo(user)).toEqual(["our-trust"]);
  });
});
