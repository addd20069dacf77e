import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, canonicalRows } from "./canonical-json";

test("the same content is the same text, in whatever order somebody wrote it down", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: 2.5 })).toBe('{"a":2.5,"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson({ at: new Date(0), left: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  expect(canonicalRows([{ b: 1, a: 2 }, { a: 3 }])).toBe('[\n{"a":2,"b":1},\n{"a":3}\n]\n');
  expect(canonicalRows([])).toBe("[]\n");
});

test("it is read back as what was written, and written again the same", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
