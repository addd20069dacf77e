import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { frameworkWorkbook } from "@/lib/exchange/framework-workbook";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";

/** The files inside a workbook, read from the list at its end. */
function filesIn(workbook: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = workbook.readUInt32LE(workbook.lastIndexOf("PK\u0005\u0006") + 16);
  while (workbook.readUInt32LE(at) === 0x02014b50) {
    const [method, packed] = [workbook.readUInt16LE(at + 10), workbook.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => workbook.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = workbook.readUInt32LE(at + 42);
    const start = local + 30 + workbook.readUInt16LE(local + 26) + workbook.readUInt16LE(local + 28);
    const bytes = workbook.subarray(start, start + packed);
    files.set(
      workbook.toString("utf8", at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(bytes) : bytes).toString(),
    );
    at += 46 + name + extra + comment;
  }
  return files;
}

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", {
      evidence: ["@audit of records", "Usage report"],
      levels: levelsOf({
        2: [aCriterion("a1-l2-a", { text: "=1+1 wards & <more>" })],
        3: [aCriterion("a1-l3-a", { wording: { ambulance: "Crews at stations." } })],
        4: [aCriterion("a1-l4-a")],
        5: [aCriterion("a1-l5-a")],
      }),
    }),
  ]),
]);

describe("an analyst takes the questions away as a workbook", () => {
  test("with a sheet each for what it is, its rules, its capabilities and its criteria", async () => {
    const files = filesIn(await frameworkWorkbook(framework, null));
    const names = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(["About", "Levels and stages", "Capabilities", "Criteria"]);
    expect(files.get("xl/sharedStrings.xml")).toContain("In ambulance");
  });

  test("where nothing is a formula, whatever its text starts with", async () => {
    const files = filesIn(await frameworkWorkbook(framework, null));
    const sheets = [...files].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(4);
    for (const [, sheet] of sheets) expect(sheet).not.toContain("<f>");
    const texts = files.get("xl/sharedStrings.xml") ?? "";
    expect(texts).toContain("'=1+1 wards &amp; &lt;more&gt;");
    expect(texts).toContain("'@audit of records; Usage report");
  });

  test("in one care setting's words, where it was asked for", async () => {
    const texts = filesIn(await frameworkWorkbook(framework, "ambulance")).get("xl/sharedStrings.xml") ?? "";
    expect(texts).toContain("Crews at stations.");
    expect(texts).not.toContain("The trust does a1-l3-a.");
  });
});
