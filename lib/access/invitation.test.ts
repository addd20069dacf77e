import { describe, expect, test } from "vitest";
import { invitationState } from "./invitation";

const expiresAt = new Date("2026-11-29T09:00:00Z");
const open = { expiresAt, acceptedAt: null, withdrawnAt: null };

describe("I was sent an invitation", () => {
  test.each([
    ["2026-11-22T09:00:00Z", "open"],
    ["2026-11-29T08:59:59.999Z", "open"],
    ["2026-11-29T09:00:00Z", "expired"],
    ["2027-11-29T09:00:00Z", "expired"],
  ])("and at %s it is %s", (now, state) => {
    expect(invitationState(open, new Date(now))).toBe(state);
  });

  test("and once I have accepted, it stays accepted; once taken back, it stays so", () => {
    const at = new Date("2026-11-23T09:00:00Z");
    const late = new Date("2027-01-01T09:00:00Z");
    expect(invitationState({ ...open, acceptedAt: at }, late)).toBe("accepted");
    expect(invitationState({ ...open, withdrawnAt: at }, late)).toBe("withdrawn");
  });
});
