import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyContext } from "@/lib/plan/context";
import { poundsInWords } from "@/lib/plan/money-words";
import { pointsInWords } from "@/lib/report/effort-words";
import { gapPaper } from "@/lib/report/gap-paper";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import { overallInFigures } from "@/lib/report/stage-words";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
import { aWrittenReport } from "@/tests/support/written-report";
import { program, runToEnd } from "./program";

const report = aWrittenReport({
  plan: {
    actions: [
      anAction({
        title: "Test restores twice a year",
        costs: [aCost({ pounds: 123_400 })],
        serves: [{ capabilityId: "a1", scope: "organisation", criteria: ["a1-l3-a"] }],
        benefits: [
          aBenefit({ measure: { unit: "pounds", pounds: 5_600 } }),
          aBenefit({ kind: "societal", measure: { unit: "pounds", pounds: 7_800 } }),
        ],
      }),
    ],
    hidden: 0,
    context: emptyContext,
  },
});
const folder = mkdtempSync(join(tmpdir(), "papers-"));
const pdf = join(folder, "report.pdf");
const word = join(folder, "report.docx");
beforeAll(async () => {
  writeFileSync(pdf, await pdfOf(gapPaper(report)));
  writeFileSync(word, await wordOf(gapPaper(report)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const poppler = (name: string) => program([name], "poppler-utils");
const textOf = (file: string) => runToEnd(poppler("pdftotext"), ["-layout", file, "-"]).replace(/\s+/g, " ");

/** What anybody must find in the report, in whichever program it is opened. */
function expectFigures(text: string) {
  const { result, gaps, route } = report;
  expect(text).toContain(`Overall score: ${overallInFigures(result)} out of 5.`);
  expect(text).toContain(`${result.distance.unmet} of ${result.distance.of} conditions left to`);
  const items = gaps.flatMap((section) => section.items);
  expect(items.length).toBeGreaterThan(0);
  for (const { gap, title } of items) {
    expect(text).toContain(`${title} ${gap.level} ${gap.target} ${gap.value} weight ${gap.weight}`);
  }
  if (!route?.found) throw new Error("There is a way to the next stage.");
  expect(text).toContain(`Shortest by effort to ${route.goal}: ${pointsInWords(route.route.cost)}.`);
  const money = report.plan?.summary.money;
  if (!money) throw new Error("The report has a plan.");
  expect(text).toContain("Test restores twice a year: Head of infrastructure, by 31 March 2028. Under way");
  for (const { pounds } of [...money.costs, ...money.benefits]) expect(text).toContain(poundsInWords(pounds));
  expect(text).not.toContain(poundsInWords(5_600 + 7_800));
  expect(text).toContain("<img src=http://169.254.169.254/x>");
}

describe("I open the gap report as a PDF", () => {
  test("it holds the engine's figures, and what was typed as it was typed", () => {
    expectFigures(textOf(pdf));
  });

  test("it is titled and tagged, and its header cells are named as such", () => {
    const facts = runToEnd(poppler("pdfinfo"), [pdf]);
    expect(facts).toMatch(/^Title: +Gap report: Ashdown Valley/m);
    expect(facts).toMatch(/^Tagged: +yes/m);
    const structure = runToEnd(poppler("pdfinfo"), ["-struct-text", pdf]);
    expect(structure).toMatch(/^ *H2 "Executive summary"/m);
    expect(structure).toMatch(/TH:?\s*\n\s*\/Scope \/Column/);
    expect(structure).toMatch(/TH:?\s*\n\s*\/Scope \/Row/);
  });

  test("every page says that it is a draft", () => {
    const pages = runToEnd(poppler("pdftotext"), ["-layout", pdf, "-"]).split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain("Draft, not signed off. Confidential");
  });

  test("every font is in the file", () => {
    const [, , ...fonts] = runToEnd(poppler("pdffonts"), [pdf]).trim().split("\n");
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/Arimo.* yes +yes +yes /);
  });
});

describe("I open the gap report as a Word file in LibreOffice", () => {
  test("it opens, and holds the engine's figures and its contents list", () => {
    const office = program(["soffice", "libreoffice"], "libreoffice-writer");
    const printed = join(folder, "printed");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    runToEnd(office, [profile, "--headless", "--convert-to", "pdf", "--outdir", printed, word]);
    const text = textOf(join(printed, "report.pdf"));
    expectFigures(text);
    expect(text.indexOf("Appendix: every answer")).toBeLessThan(text.indexOf("Table 1. About this report"));
  });
});
