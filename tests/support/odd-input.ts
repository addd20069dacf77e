import fc from "fast-check";

/** Texts that have made parsers stumble before: of no number, no day, no letter, too many of them, or of the language's own names. */
const KNOWN_TROUBLE = [
  ...["", " ", "0", "-0", "1e309", "NaN", "Infinity", "0x10", "99999999999999999999", "1.5", "٣", "½"],
  ...["2026-02-31", "9999-99-99", "31", "2026/27", "2026/99", "1999/00", "00/00", "£1,000", "(5)", "-£3"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "$ACTION_1:0", "%E0%A4%A", "%", "%00"],
  ...["\0", "\u{d800}", "\u{dfff}x", "\u202e", "\ufeff", "👩‍⚕️", "e\u0301", "\r\n", "\t", "a\u2028b"],
  ...["=1+1", "<script>", "' OR 1=1 --", "javascript:alert(1)", "http://", "https://[", "mailto:x", "//evil"],
  ...["yes", "true", "null", "undefined", "{}", "[]", "[[", '{"a":', "acute", "organisation", "c06-3", "d06"],
  ...[
    "5f0c1b52-64f1-4f0e-9c0e-0c6f5f0d7f11",
    "5f0c1b52-64f1-4f0e-9c0e-0c6f5f0d7f1",
    "a,b,,c",
    ",",
    "x".repeat(70_000),
  ],
] as const;

/** Whatever can stand in a text that somebody sends. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...KNOWN_TROUBLE),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom("0", "1", "2", "9", "/", "-", ".", ",", ":", "£", "%", " ", "T", "Z"),
    maxLength: 12,
  }),
);

/** What a form or a query has under one name: a text, several of them, or nothing. */
export const oddField: fc.Arbitrary<string | string[] | undefined> = fc.oneof(
  { weight: 4, arbitrary: oddText },
  { weight: 1, arbitrary: fc.array(oddText, { minLength: 2, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** A day as a workbook's cell can have it, from its first year to its last. */
export const workbookDay = fc.date({
  min: new Date("0000-01-01"),
  max: new Date("9999-12-31"),
  noInvalidDate: true,
});
