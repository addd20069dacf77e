import { describe, expect, test } from "vitest";
import { makeLogger } from "./logger";

function written(entry: Record<string, unknown>): string {
  let line = "";
  makeLogger("info", { write: (text) => (line += text) }).info(entry, "something happened");
  return line;
}

describe("an administrator reads the log", () => {
  test("and finds what happened, to which ids", () => {
    const entry = JSON.parse(written({ assessmentId: "a-1", capability: "c06-3" })) as Record<
      string,
      unknown
    >;
    expect(entry).toMatchObject({
      level: "info",
      msg: "something happened",
      assessmentId: "a-1",
      capability: "c06-3",
    });
    expect(Date.parse(String(entry.time))).not.toBeNaN();
  });

  test.each([
    ["a note", { note: "canary" }],
    ["what was decided", { answer: { criteria: { "c01-1-l2-a": "canary" } } }],
    ["a name", { user: { name: "canary" } }],
    ["an e-mail address", { request: { user: { email: "canary" } } }],
    ["a password", { form: { password: "canary" } }],
    ["a cookie", { request: { headers: { cookie: "canary" } } }],
    ["a cookie being set", { response: { headers: { "set-cookie": "canary" } } }],
    ["a token", { token: "canary" }],
  ])("and never finds %s", (_, entry) => {
    expect(written(entry)).not.toContain("canary");
  });

  test("and never finds the row that PostgreSQL quotes in an error", () => {
    const detail = "Failing row contains (1, canary).";
    const err = Object.assign(new Error("null value violates not-null constraint"), {
      code: "23502",
      detail,
    });
    const line = written({ err });
    expect(line).toContain("23502");
    expect(line).not.toContain("canary");
  });

  test("and one entry is one line, whatever somebody typed", () => {
    const line = written({ assessmentId: 'a-1\n{"level":"error"}' });
    expect(line.trimEnd().split("\n")).toHaveLength(1);
  });
});
