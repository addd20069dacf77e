import { describe, expect, test } from "vitest";
import { openApiDocument } from "./openapi";
import { holdsInWords, readableOperations } from "./readable";

const operations = readableOperations(openApiDocument("https://maturity.example.nhs.uk"));
const one = (id: string) => {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};

describe("somebody reads what programs can ask for", () => {
  test("and copies a line into a terminal", () => {
    expect(one("listAssessments").curl).toBe(
      'curl https://maturity.example.nhs.uk/api/v1/assessments \\\n  -H "Authorization: Bearer $TOKEN"',
    );
    expect(one("listFrameworks").curl).not.toContain("TOKEN");
    const save = one("saveAnswer").curl;
    for (const part of [
      "curl -X PUT ",
      "/answers/c06-3/organisation",
      "'If-Match: \"3\"'",
      '-d \'{"level":3',
    ])
      expect(save).toContain(part);
    expect(save).not.toMatch(/[{]\w+[}]/);
  });

  test("finds each key of a reply with its place, what it holds and what it means", () => {
    const { gets } = one("listAnswers");
    expect(gets.find(({ name }) => name === "items[].version")).toEqual({
      name: "items[].version",
      holds: "a whole number",
      required: true,
      description: "Counts accepted saves; 0 before the first",
    });
    expect(gets.find(({ name }) => name === "items[].criteria")?.holds).toBe(
      "an object of one of: met, not_met, not_known",
    );
    expect(one("getResult").gets.map(({ name }) => name)).toContain("result.heldBy[].kind");
  });

  test("what may be left out says so", () => {
    const { sends } = one("saveAnswer");
    const always = sends.filter(({ required }) => required).map(({ name }) => name);
    expect(always).toEqual(["notApplicable.reason"]);
    expect(sends.map(({ name }) => name)).toContain("version");
  });
});

test.each([
  [{ type: "integer", minimum: 1, maximum: 100 }, "a whole number from 1 to 100"],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, "text, or null"],
  [{ type: "array", items: { enum: ["a", "b"] } }, "a list of one of: a, b"],
  [{ const: "current" }, '"current"'],
  [{}, "an object"],
])("%j in words", (schema, words) => {
  expect(holdsInWords(schema)).toBe(words);
});
