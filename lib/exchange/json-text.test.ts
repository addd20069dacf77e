import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "@/lib/exchange/json-text";

test("a criterion said twice is refused, not silently settled by its last mention", () => {
  const text = `{"answers":[{"criteria":{"x":"met"}},{"criteria":{"x":"met","y":"met","\\u0078":"not_met"}}],"format":1,"format":2}`;
  expect(parseJson(text)).toEqual({
    ok: false,
    problems: [
      { path: "/answers/1/criteria/x", message: "is given twice" },
      { path: "/format", message: "is given twice" },
    ],
  });
});

test("a file that is no JSON is refused on one line", () => {
  const read = parseJson("{\n  not\n json");
  expect(read).toMatchObject({ ok: false, problems: [{ path: "" }] });
  expect(JSON.stringify(read)).not.toContain("\\n");
});

test("anything else reads as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value: unknown = JSON.parse(text);
      const again = JSON.stringify(value);
      fc.pre(!again.includes("__proto__"));
      expect(parseJson(again)).toEqual({ ok: true, value: JSON.parse(again) });
    }),
  );
});

test("a name that would be passed over in silence is refused, however it is spelt", () => {
  expect(parseJson('{"criteria":{"__proto__":"met","\\u005f_proto__":1}}')).toEqual({
    ok: false,
    problems: [
      { path: "/criteria/__proto__", message: "is a name that cannot be used" },
      { path: "/criteria/__proto__", message: "is a name that cannot be used" },
    ],
  });
});

test("nesting ten thousand deep is refused and no crash", () => {
  const text = `${"[".repeat(5_000)}${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}${"]".repeat(5_000)}`;
  expect(parseJson(text)).toEqual({
    ok: false,
    problems: [{ path: "", message: "is nested more than 64 levels deep" }],
  });
});
