import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boardPackDeck } from "@/lib/report/board-pack-deck";
import { boardPackPaper } from "@/lib/report/board-pack-paper";
import { powerPointOf } from "@/lib/report/deck-powerpoint";
import { pdfOf } from "@/lib/report/paper-pdf";
import { wordOf } from "@/lib/report/paper-word";
import { providerExtract } from "@/lib/report/provider-extract";
import { extractPaper } from "@/lib/report/provider-extract-paper";
import { aBoardPack } from "@/tests/support/board-pack";
import { SENSITIVE } from "@/tests/support/board-section";
import { program, runToEnd } from "./program";

const sheet = { author: "Head of digital", recommendation: "Fund the restore tests", implications: "None" };
const pack = aBoardPack({ sheet });
const extract = providerExtract(pack.report, { showSensitive: true });
const folder = mkdtempSync(join(tmpdir(), "board-pack-"));
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  writeFileSync(at("pack.pdf"), await pdfOf(boardPackPaper(pack)));
  writeFileSync(at("public.pdf"), await pdfOf(boardPackPaper(aBoardPack({ audience: "public", sheet }))));
  writeFileSync(at("word.docx"), await wordOf(boardPackPaper(pack)));
  if (!extract) throw new Error("Something is signed off.");
  writeFileSync(at("extract.pdf"), await pdfOf(extractPaper(extract)));
  writeFileSync(at("extract-word.docx"), await wordOf(extractPaper(extract)));
  writeFileSync(at("slides.pptx"), await powerPointOf(boardPackDeck(pack)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const poppler = (name: string) => program([name], "poppler-utils");
/** What stands on the pages, row by row as tables are read, then column by column as lists are. */
const textOf = (file: string) =>
  [["-layout"], []]
    .map((how) => runToEnd(poppler("pdftotext"), [...how, file, "-"]))
    .join("\n")
    .replace(/\s+/g, " ");

/** Opens a file in LibreOffice, which writes it out as a PDF; a file in need of repair it does not open unasked. */
function opened(file: string, debian: string): string {
  const office = program(["soffice", "libreoffice"], debian);
  const profile = `-env:UserInstallation=file://${at("profile")}`;
  runToEnd(office, [profile, "--headless", "--convert-to", "pdf", "--outdir", at("opened"), at(file)]);
  return join(at("opened"), file.replace(/\.\w+$/, ".pdf"));
}

/** What anybody must find in a pack, in whichever program it is opened. */
function expectFigures(text: string) {
  const [section] = pack.report.sections;
  if (!section) throw new Error("The pack has a care setting.");
  const { panel, scores } = section;
  expect(text).toContain("Fund the restore tests");
  expect(text).toContain(panel.distance);
  expect(text).toContain(`${panel.safeguards.secured} of ${panel.safeguards.of} safeguards`);
  for (const { name, score } of scores.pillars.rows) expect(text).toContain(`${name} ${score}`);
  for (const message of pack.messages) expect(text).toContain(message);
}

describe("I open the board pack as a PDF", () => {
  test("it is titled and tagged, and holds the engine's figures under its headings", () => {
    const facts = runToEnd(poppler("pdfinfo"), [at("pack.pdf")]);
    expect(facts).toMatch(/^Title: +Digital maturity: where we stand/m);
    expect(facts).toMatch(/^Tagged: +yes/m);
    expectFigures(textOf(at("pack.pdf")));
    const structure = runToEnd(poppler("pdfinfo"), ["-struct-text", at("pack.pdf")]);
    expect(structure).toMatch(/^ *H2 "Recommendation"/m);
    expect(structure).toMatch(/TH:?\s*\n\s*\/Scope \/Row/);
  });

  test("every page says for whom it is; the public one names nothing sensitive", () => {
    const pages = (file: string) =>
      runToEnd(poppler("pdftotext"), ["-layout", at(file), "-"])
        .split("\f")
        .slice(0, -1);
    for (const page of pages("pack.pdf")) expect(page).toContain("For the private session of the board");
    for (const page of pages("public.pdf")) expect(page).toContain("For the public session of the board");
    expect(textOf(at("pack.pdf"))).toContain(SENSITIVE);
    expect(textOf(at("public.pdf"))).not.toContain(SENSITIVE);
  });
});

describe("I open it in LibreOffice", () => {
  test("as a Word file: the front sheet first, then a contents list, and the engine's figures", () => {
    const text = textOf(opened("word.docx", "libreoffice-writer"));
    expectFigures(text);
    const places = ["Table 1. Front sheet", "Method and confidence", "The board is asked to:"];
    const found = places.map((words) => text.indexOf(words));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  test("as slides: a page for each, with its message and the engine's figures in its charts", () => {
    const file = opened("slides.pptx", "libreoffice-impress");
    const text = textOf(file);
    expectFigures(text);
    const deck = boardPackDeck(pack);
    for (const { title } of deck.slides) expect(text).toContain(title);
    runToEnd(poppler("pdftoppm"), ["-r", "20", "-png", file, at("slide")]);
    const pages = readdirSync(folder).filter((name) => name.startsWith("slide-"));
    expect(pages).toHaveLength(1 + deck.slides.length);
    expect(text).toContain(deck.cover.occasion);
    const [section] = pack.report.sections;
    for (const { number, score } of section?.scores.dimensions ?? []) {
      expect(text).toContain(`${number}. Dimension ${number}`);
      expect(text).toContain(score);
    }
  });
});

describe("I open the extract for the board's yearly self-assessment", () => {
  test("as a PDF and as a Word file: the engine's figure of each area, on one page", () => {
    for (const file of [at("extract.pdf"), opened("extract-word.docx", "libreoffice-writer")]) {
      const text = textOf(file);
      const [section] = extract?.sections ?? [];
      expect(section?.areas.length).toBeGreaterThan(0);
      for (const { name, score, secured, of } of section?.areas ?? []) {
        expect(text).toContain(`${name} ${score} ${secured} of ${of}`);
      }
      expect(runToEnd(poppler("pdfinfo"), [file])).toMatch(/^Pages: +1$/m);
    }
  });
});
