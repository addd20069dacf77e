import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aWrittenReport } from "@/tests/support/written-report";
import { gapPaper } from "./gap-paper";
import { paper, paragraph } from "./paper";
import { pdfOf } from "./paper-pdf";

// What a page says is looked at by tests/tools/papers.test.ts, with a program that reads PDF.
describe("Somebody has the gap report read out as a PDF", () => {
  it("is tagged, in English and with bookmarks, its pictures are described and nothing leads outside", async () => {
    const file = (await pdfOf(gapPaper(aWrittenReport()))).toString("latin1");
    for (const sign of [/^%PDF-1\.7/, /\/Marked true/, /\/Lang \(en-GB\)/, /\/DisplayDocTitle true/]) {
      expect(file).toMatch(sign);
    }
    for (const type of ["H1", "H2", "H3", "H4", "Table", "TH", "TD", "L", "Caption"]) {
      expect(file).toMatch(new RegExp(`/S /${type}\\n`));
    }
    const figures = file.match(/\/S \/Figure\n(?:(?!endobj)[^])*?endobj/g) ?? [];
    expect(figures).toHaveLength(2);
    for (const figure of figures) expect(figure).toMatch(/\/Alt \(/);
    expect(file.match(/\/Type \/Outlines|\/Outlines /)).not.toBeNull();
    expect(file.match(/\/FontFile2/g)?.length).toBe(2);
    expect(file).not.toMatch(/\/URI|\/Launch|\/JavaScript|\/GoToR/);
  });
});

/** The drawing instructions of each page. */
function pagesOf(file: Buffer): string[] {
  const text = file.toString("latin1");
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].flatMap((found) => {
    const from = found.index + found[0].length;
    const packed = file.subarray(from, file.indexOf("\nendstream", from));
    const content = inflateSync(packed).toString("latin1");
    return content.includes(" cm") && content.includes("BDC") ? [content] : [];
  });
}

describe("I print the gap report of a round that nobody signed off", () => {
  const behind =
    /^[^]{0,80}\/Artifact <<\n?\/Type \/Pagination\n?>> BDC\n(?:.*\n){1,12}0\.91 0\.93 0\.935 rg/;

  it("has the word behind all else on every page, as something that is not read out", async () => {
    const report = aWrittenReport();
    const pages = pagesOf(await pdfOf(gapPaper(report)));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(behind);
    const signedOff = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-04-06T09:00:00Z") };
    for (const page of pagesOf(await pdfOf(gapPaper(aWrittenReport({ signedOff }))))) {
      expect(page).not.toContain("0.91 0.93 0.935 rg");
    }
  });
});

describe("I have a long paragraph read out that runs over onto the next page", () => {
  it("is marked as one on both, each mark ended where it began", async () => {
    const blocks = Array.from({ length: 9 }, () =>
      paragraph("It goes on over several lines of the page. ".repeat(50)),
    );
    const long = paper({ title: "Long", subject: "Long", marking: "Draft", draft: true, blocks });
    const pages = pagesOf(await pdfOf(long));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      let open = 0;
      for (const [mark] of page.matchAll(/\b(?:BDC|BMC|EMC)\b/g)) {
        open += mark === "EMC" ? -1 : 1;
        expect(open).toBeGreaterThanOrEqual(0);
      }
      expect(open).toBe(0);
    }
  });
});
