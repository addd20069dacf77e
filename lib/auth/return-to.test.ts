import { describe, expect, it } from "vitest";
import { safeReturnTo, signInPath } from "./return-to";

describe("I open a page, am asked to sign in, and come back to it", () => {
  it.each(["/trusts/ZZA", "/assessments/1/answers/c01-1/organisation?edit=note", "/"])("%s", (page) => {
    expect(safeReturnTo(page)).toBe(page);
  });

  it("keeps the page through the address of the sign-in page", () => {
    const address = new URL(signInPath("/assessments/1?filter=mine&page=2"), "http://localhost");
    expect(address.pathname).toBe("/sign-in");
    expect(safeReturnTo(address.searchParams.get("returnTo"))).toBe("/assessments/1?filter=mine&page=2");
  });

  it("does not bother with an address where there is none to come back to", () => {
    expect(signInPath(null)).toBe("/sign-in");
  });
});

describe("a link that was sent to me cannot send me elsewhere after I sign in", () => {
  it.each([
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "\\/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " /trusts",
    "trusts",
    "http://[",
    "",
  ])("%j", (link) => {
    expect(safeReturnTo(link)).toBe("/trusts");
  });

  it.each(["/sign-in", "/sign-in?returnTo=/sign-in", "/api/auth/sign-out", "/api"])(
    "nor to what is no page to arrive at: %s",
    (link) => {
      expect(safeReturnTo(link)).toBe("/trusts");
    },
  );
});
