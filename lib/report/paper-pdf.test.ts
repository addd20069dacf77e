import { describe, expect, it } from "vitest";
import { aWrittenReport } from "@/tests/support/written-report";
import { gapPaper } from "./gap-paper";
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
