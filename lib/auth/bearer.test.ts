import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenIn } from "./bearer";

describe("a program says who it is", () => {
  test.each([
    ["Bearer dmat_0a", "dmat_0a"],
    ["bearer dmat_0a", "dmat_0a"],
    ["BEARER   dmat_0a ", "dmat_0a"],
  ])("%j", (header, token) => {
    expect(tokenIn(header)).toBe(token);
  });

  test.each([
    null,
    "",
    "Bearer",
    "Bearer ",
    "Bearer %E0%A4%A",
    "Bearer a b",
    "Basic dXNlcjpwYXNz",
    "dmat_0a",
    "Bearer dmat_0a, Bearer dmat_0b",
    `Bearer ${"x".repeat(201)}`,
  ])("in a way that is none: %j", (header) => {
    expect(tokenIn(header)).toBeNull();
  });

  test("whatever the header holds is a token or none, and never an error", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `Bearer ${text}`),
        ),
        (header) => {
          const token = tokenIn(header);
          expect(token === null || header.includes(token)).toBe(true);
        },
      ),
    );
  });
});
