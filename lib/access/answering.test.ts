import { describe, expect, test } from "vitest";
import { answersWhose, readsWhose } from "./answering";
import type { Role } from "./role";
import { asCurrentUser } from "./user";

const somebody = (...roles: Role[]) =>
  asCurrentUser({
    personId: "a-person",
    name: "A Person",
    sessionId: null,
    administrator: false,
    grants: [],
    memberships: roles.map((role) => ({
      organisationId: "our-trust",
      odsCode: "ZZA",
      organisationName: "Our trust",
      role,
    })),
  });

describe("whose questions I answer, and whose answers I read", () => {
  test.each([
    ["digital_lead", "anyone's", "all"],
    ["coordinator", "another person's", "all"],
    ["contributor", "their own", "their own"],
    ["reviewer", null, "all"],
    ["approver", null, "all"],
    ["board_viewer", null, null],
  ] as const)("as a %s: I answer %s and read %s", (role, answers, reads) => {
    expect(answersWhose(somebody(role), "our-trust")).toBe(answers);
    expect(readsWhose(somebody(role), "our-trust", "a-round")).toBe(reads);
    expect(answersWhose(somebody(role), "another-trust")).toBeNull();
    expect(readsWhose(somebody(role), "another-trust", "a-round")).toBeNull();
  });

  test("as a contributor who also keeps it moving, I may type for others", () => {
    expect(answersWhose(somebody("contributor", "coordinator"), "our-trust")).toBe("another person's");
  });
});
