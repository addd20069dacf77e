import { describe, expect, test } from "vitest";
import { newEvidenceFields } from "./evidence-fields";

const typed = { ods: "ZZA", title: "Restore test", reference: "IT-12", grade: "stated" };
const problemWith = (url: string) =>
  newEvidenceFields.safeParse({ ...typed, url }).error?.issues.map(({ path }) => path.join("."));

describe("I give the web address of a piece of evidence", () => {
  test.each([
    "https://example.nhs.uk/a?b=c#d",
    "http://intranet/minutes.pdf",
    " HTTPS://EXAMPLE.NHS.UK ",
    "",
  ])("%j is taken", (url) => {
    expect(problemWith(url)).toBeUndefined();
  });

  test.each([
    ...[
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,<script>",
      "vbscript:x",
      "file:///etc/passwd",
    ],
    ...[
      "//evil.example",
      "\\\\server\\share",
      "https:",
      "http://[",
      "java\nscript:alert(1)",
      "<a href='https://x'>",
    ],
  ])("%j is refused: only what starts with http or https leads anywhere (IN-3)", (url) => {
    expect(problemWith(url)).toEqual(["url"]);
  });
});

test("I fill in almost nothing, and am told all of it at once", () => {
  const { error } = newEvidenceFields.safeParse({ ods: "ZZA", title: "", "review-day": "31" });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["title", "grade", "review", "reference"]);
});
