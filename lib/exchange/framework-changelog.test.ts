import { expect, test } from "vitest";
import { changelogParts, readChangelog } from "@/lib/exchange/framework-changelog";

test("a change log reads as headings, paragraphs and lists, whatever its line breaks", () => {
  const markdown = [
    "# NHS trust framework 2027.1: what changed",
    "",
    "## 2027.1",
    "",
    "Two questions were split,",
    "because they held two facts.",
    "- **6.3** is about recovery alone,",
    "  no longer about `continuity`.",
    "- 2.4 is new.",
    "",
    "Until it is published, any line may change.",
    "",
  ].join("\r\n");
  expect(changelogParts(markdown)).toEqual([
    { kind: "heading", text: "2027.1" },
    { kind: "paragraph", text: "Two questions were split, because they held two facts." },
    { kind: "list", items: ["6.3 is about recovery alone, no longer about continuity.", "2.4 is new."] },
    { kind: "paragraph", text: "Until it is published, any line may change." },
  ]);
});

test("every framework of this project has a change log; a version without one shows none", async () => {
  expect(await readChangelog("frameworks", "nhs-trust", "2026.1")).not.toEqual([]);
  expect(await readChangelog("frameworks", "nhs-trust", "1999.1")).toEqual([]);
});
