import { describe, expect, test } from "vitest";
import type { UserGrant } from "./grant";
import type { Role } from "./role";
import { reachableBy, reachNow, stillStands, withinReach } from "./token-reach";
import { scopesInWords } from "./token-scope";
import { asCurrentUser, type CurrentUser } from "./user";

const at = (organisationId: string) => ({
  organisationId,
  odsCode: organisationId,
  organisationName: organisationId,
});

function person(
  roles: Readonly<Record<string, readonly Role[]>>,
  grants: readonly string[] = [],
): CurrentUser {
  return asCurrentUser({
    personId: "p",
    name: "Pat",
    sessionId: "s",
    administrator: true,
    memberships: Object.entries(roles).flatMap(([place, held]) =>
      held.map((role) => ({ ...at(place), role })),
    ),
    grants: grants.map((id): UserGrant => ({
      id,
      kind: "consultancy",
      scope: "results",
      beside: "no",
      ...at("ZZD"),
      receiverId: "c",
      assessmentId: null,
      endsOn: null,
    })),
  });
}

describe("a token made by the lead of one trust who is a contributor in another", () => {
  const made = person({ ZZA: ["digital_lead"], ZZB: ["contributor"] }, ["g1"]);

  test("reaches the one they chose, as what they were there, and administers nothing", () => {
    const reach = reachNow(made, "ZZA");
    expect(reach).toEqual({ organisationId: "ZZA", roles: ["digital_lead"], grantIds: [] });
    const acting = withinReach(made, reach ? [reach] : []);
    expect(acting.memberships.map(({ organisationId }) => organisationId)).toEqual(["ZZA"]);
    expect(acting).toMatchObject({ grants: [], administrator: false, sessionId: null, personId: "p" });
  });

  test("reaches nothing where they hold nothing", () => {
    expect(reachNow(made, "ZZC")).toBeNull();
    expect(
      withinReach(made, [{ organisationId: "ZZC", roles: ["digital_lead"], grantIds: [] }]).memberships,
    ).toEqual([]);
  });

  test("stands while all it was made on is held, whatever came since", () => {
    const reach = { organisationId: "ZZA", roles: ["digital_lead"], grantIds: [] };
    const more = person({ ZZA: ["approver", "digital_lead"] });
    expect(stillStands(more, reach)).toBe(true);
    expect(withinReach(more, [reach]).memberships.map(({ role }) => role)).toEqual(["digital_lead"]);
    expect(stillStands(person({ ZZA: ["approver"] }), reach)).toBe(false);
  });

  test("by a grant it ends with that grant, though another was given since", () => {
    const reach = reachNow(made, "ZZD");
    expect(reach?.grantIds).toEqual(["g1"]);
    const later = person({}, ["g2"]);
    expect(withinReach(later, reach ? [reach] : []).grants).toEqual([]);
  });
});

test("what somebody can let a token reach is listed once each, by name", () => {
  const names = reachableBy(person({ ZZB: ["approver", "digital_lead"], ZZA: ["contributor"] }, ["g1"]));
  expect(names.map(({ name }) => name)).toEqual(["ZZA", "ZZB", "ZZD"]);
});

test("what a token may do reads as a sentence, in one order", () => {
  expect(scopesInWords(["audit", "read"])).toBe(
    "Read assessments, answers and results; read the audit record",
  );
  expect(scopesInWords([])).toBe("");
});
