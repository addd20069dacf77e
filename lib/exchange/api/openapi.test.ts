import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { openApiDocument } from "./openapi";
import { operations } from "./operations";

const document = openApiDocument("https://maturity.example.nhs.uk");

test("a tool that knows OpenAPI 3.1 and nothing of us finds the document sound", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
});

test("and finds what is wrong in one that is not", async () => {
  const broken = { ...structuredClone(document), paths: { "/x": { get: { responses: 3 } } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test("each operation has a name of its own, and says each part of its address and nothing else", () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  for (const { path, params } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params)).toEqual(inPath);
  }
});

test("what we read refuses unknown keys, what we write allows for more", () => {
  const { put, get } = document.paths["/assessments/{assessmentId}/answers/{capability}/{scope}"] ?? {};
  expect(JSON.stringify(put?.requestBody)).toContain('"additionalProperties":false');
  expect(JSON.stringify(get?.responses)).not.toContain('"additionalProperties":false');
});
