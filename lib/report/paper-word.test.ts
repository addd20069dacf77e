import { describe, expect, it } from "vitest";
import { aWrittenReport } from "@/tests/support/written-report";
import { unzip } from "@/tests/support/unzip";
import { pointsInWords } from "./effort-words";
import { gapPaper } from "./gap-paper";
import { heading, paper, table } from "./paper";
import { overallInFigures } from "./stage-words";
import { wordOf } from "./paper-word";

const signedOff = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-11-20T10:00:00Z") };

async function partsOf(report = aWrittenReport()) {
  return unzip(await wordOf(gapPaper(report)));
}

/** What a person reads in a part of the file: one line for each paragraph. */
function linesIn(xml: string): string[] {
  return xml.split("</w:p>").map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = ""]) => text)
      .join("")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&"),
  );
}

describe("A consultant works on with the gap report in Word", () => {
  it("finds the engine's figures in it", async () => {
    const report = aWrittenReport();
    const lines = linesIn((await partsOf(report)).get("word/document.xml") ?? "");
    const { result, gaps, route } = report;
    expect(lines.join("\n")).toContain(`Overall score: ${overallInFigures(result)} out of 5.`);
    expect(lines.join("\n")).toContain(
      `${result.distance.unmet} of ${result.distance.of} conditions left to`,
    );
    for (const { gap, title } of gaps.flatMap(({ items }) => items)) {
      const row = lines.indexOf(title, lines.indexOf("Gaps by priority", lines.indexOf("Position") + 1));
      expect(lines.slice(row, row + 4)).toEqual([title, ...[gap.level, gap.target, gap.value].map(String)]);
    }
    if (!route?.found) throw new Error("There is a way to the next stage.");
    expect(lines.join("\n")).toContain(
      `Shortest by effort to ${route.goal}: ${pointsInWords(route.route.cost)}.`,
    );
  });

  it("finds headings, a contents list that leads to them, captions and header rows", async () => {
    const document = (await partsOf()).get("word/document.xml") ?? "";
    for (const level of [1, 2, 3]) expect(document).toContain(`<w:pStyle w:val="Heading${level}"/>`);
    for (const level of [1, 2]) expect(document).toContain(`<w:pStyle w:val="TOC${level}"/>`);
    const anchors = [...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect(anchors.length).toBeGreaterThan(8);
    expect(anchors.filter((name) => !document.includes(`w:name="${name}"`))).toEqual([]);
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(document.match(/<w:tbl>/g)?.length);
    expect(document.match(/<w:pStyle w:val="Caption"\/>/g)?.length).toBeGreaterThan(5);
    for (const [picture] of document.matchAll(/<wp:docPr [^>]*>/g))
      expect(picture).toMatch(/descr="[^"]{20,}/);
  });

  it("has what stands before the first heading before the contents list, which goes as deep as is asked for", async () => {
    const blocks = [
      ...table("Front sheet", [["What", 1]], [["Meeting"]]),
      heading(1, "Recommendation"),
      heading(2, "Of which"),
    ];
    const made = { title: "Pack", subject: "Pack", marking: "Public", draft: false, blocks };
    const written = async (contents: 1 | 2) =>
      linesIn(unzip(await wordOf(paper({ ...made, contents }))).get("word/document.xml") ?? "").filter(
        Boolean,
      );
    const front = ["Pack", "Table 1. Front sheet", "What", "Meeting"];
    expect(await written(1)).toEqual([...front, "Recommendation", "Recommendation", "Of which"]);
    const both = ["Recommendation", "Of which"];
    expect(await written(2)).toEqual([...front, ...both, ...both]);
  });

  it("finds a short table whole on its page, and a long one going on overleaf", async () => {
    const written = async (count: number, dense: boolean, text = "Row") => {
      const rows = Array.from({ length: count }, (_, row) => [`${text} ${row}`]);
      const blocks = table("Rows", [["Row", 1]], rows, { dense });
      const made = { title: "T", subject: "S", marking: "M", draft: false, contents: 0 as const, blocks };
      const parts = unzip(await wordOf(paper(made)));
      const styles = [...(parts.get("word/document.xml") ?? "").matchAll(/<w:pStyle w:val="(Table\w+)"/g)];
      return { styles: styles.map(([, name]) => name), known: parts.get("word/styles.xml") ?? "" };
    };
    const { styles, known } = await written(3, false);
    expect(styles).toEqual(["TableHeading", "TableTextKept", "TableTextKept", "TableText"]);
    expect((await written(3, true)).styles.slice(1)).toEqual([
      "TableDenseKept",
      "TableDenseKept",
      "TableDense",
    ]);
    expect(new Set((await written(40, false)).styles)).toEqual(new Set(["TableHeading", "TableText"]));
    const tall = await written(5, false, "It goes on over several lines. ".repeat(20));
    expect(new Set(tall.styles)).toEqual(new Set(["TableHeading", "TableText"]));
    for (const name of ["TableTextKept", "TableDenseKept"]) {
      const style = known.slice(known.indexOf(`w:styleId="${name}"`)).split("</w:style>")[0];
      expect(style).toContain("<w:keepNext/>");
    }
  });

  it("finds its title and language in its properties", async () => {
    const parts = await partsOf();
    expect(parts.get("docProps/core.xml")).toContain("<dc:title>Gap report: Ashdown Valley");
    expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>');
  });

  it("sees on every page whether it is a draft, and with whom it may be left", async () => {
    const heads = async (report = aWrittenReport()) =>
      linesIn((await partsOf(report)).get("word/header1.xml") ?? "");
    expect(await heads()).toContain("Draft, not signed off. Confidential: names sensitive capabilities");
    expect(await heads(aWrittenReport({ signedOff, state: "signed_off", showSensitive: false }))).toContain(
      "Confidential",
    );
  });

  it("reads what somebody typed as it was typed, and the file leads nowhere outside", async () => {
    const parts = await partsOf();
    const document = parts.get("word/document.xml") ?? "";
    const read = linesIn(document).join("\n");
    expect(read).toContain(
      `Note: </w:t></w:r><img src=http://169.254.169.254/x> & "file:///etc/passwd"second line`,
    );
    expect(document).not.toContain("<img");
    const led = [...parts].filter(
      ([name, text]) => name.endsWith(".rels") && text.includes('TargetMode="External"'),
    );
    expect(led).toEqual([]);
  });
});
