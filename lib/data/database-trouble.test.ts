import { describe, expect, test } from "vitest";
import { isDatabaseDown } from "./database-trouble";

/** An error with the fields that Prisma and the driver put on theirs. */
function failure(message: string, fields: object = {}, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), fields);
}

describe("the database is away", () => {
  test.each([
    [
      "a raw statement finds nobody there",
      failure("Can't reach database server at 127.0.0.1:5432", { code: "P2010" }),
    ],
    [
      "the driver's error stands in meta",
      failure("Raw query failed", {
        code: "P2010",
        meta: { driverAdapterError: failure("x", {}, { kind: "DatabaseNotReachable" }) },
      }),
    ],
    ["a query finds nobody there", failure("no", { code: "P1001" })],
    [
      "a connection is refused, some causes deep",
      failure("a", {}, failure("b", {}, { code: "ECONNREFUSED" })),
    ],
    ["the server shuts down", failure("terminating connection", { code: "57P01" })],
    [
      "a migration holds the table",
      failure("canceling statement due to lock timeout", { originalCode: "55P03" }),
    ],
    ["a statement ran into its limit", failure("canceling statement", { originalCode: "57014" })],
  ])("%s", (_story, error) => expect(isDatabaseDown(error)).toBe(true));
});

test.each([
  ["a broken rule", failure("unique", { code: "P2002" })],
  ["a bad letter", failure("unsupported Unicode", { code: "P2010", meta: { code: "22P05" } })],
  ["no error at all", null],
  ["a word", "Can't reach database server"],
])("%s is no sign of that", (_story, error) => expect(isDatabaseDown(error)).toBe(false));
