import { describe, expect, test } from "vitest";
import { faultIn, isEmail } from "./invitation-input";
import { organisationKinds } from "./organisation-kind";
import { rolesFor } from "./role";

const today = new Date("2026-11-22");
const day = (text: string) => new Date(text);
const input = { email: "amina@example.nhs.uk", roles: ["approver"], startsOn: null, endsOn: null } as const;

describe("I invite somebody", () => {
  test("in a role of my trust, and nothing is wrong", () => {
    expect(faultIn(input, "trust", today)).toBeNull();
  });

  test("as a deputy for some days, today at the latest counted", () => {
    const until = (endsOn: string) => faultIn({ ...input, endsOn: day(endsOn) }, "trust", today);
    expect(until("2026-11-22")).toBeNull();
    expect(until("2026-11-21")).toEqual({ field: "endsOn", message: "The last day must be today or later" });
    const backwards = { ...input, startsOn: day("2026-12-02"), endsOn: day("2026-12-01") };
    expect(faultIn(backwards, "trust", today)?.message).toContain("first day or later");
  });

  test("and am told of the first thing that is wrong, by its field", () => {
    expect(faultIn({ ...input, email: "amina" }, "trust", today)?.field).toBe("email");
    expect(faultIn({ ...input, roles: [] }, "trust", today)?.field).toBe("roles");
    expect(faultIn({ ...input, roles: ["consultant"] }, "trust", today)?.field).toBe("roles");
    expect(faultIn(input, "consultancy", today)?.field).toBe("roles");
  });

  test.each([
    "",
    " ",
    "a b@example.org",
    "a@b@example.org",
    "a@example.org\n",
    `${"a".repeat(250)}@example.org`,
  ])("but not at %j, which is no address", (text) => {
    expect(isEmail(text)).toBe(false);
  });
});

test("there is a role to hold in every kind of organisation, and never administrator's", () => {
  for (const kind of organisationKinds) {
    expect(rolesFor(kind)).not.toEqual([]);
    expect(rolesFor(kind)).not.toContain("administrator");
  }
});
