import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { gapReport } from "@/lib/report/gap-report";
import { reportCsv } from "@/lib/report/report-csv";
import { reportWorkbook } from "@/lib/report/report-workbook";
import { servingAnswers } from "@/lib/report/serving-answers";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework } from "@/tests/support/framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { program, runToEnd } from "./program";

/** What somebody may type who wishes a reader's spreadsheet program ill (test catalogue EX-1). */
const typed = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠1",
  " =1+1",
];

const folder = mkdtempSync(join(tmpdir(), "spreadsheets-"));
afterAll(() => rmSync(folder, { recursive: true }));

function reportWithNotes() {
  const capabilities = typed.map((_, number) => aCapability(`a${number + 1}`));
  const framework = aFramework([aDimension("A", capabilities)]);
  const rows = typed.map((note, number) => storedAnswer(`a${number + 1}`, "organisation", { note }));
  const answers = answersFor(framework, "acute", rows);
  return gapReport({
    framework,
    setting: "acute",
    answers,
    result: score(framework, "acute", answers),
    organisation: { odsCode: "ZZA", name: '=HYPERLINK("https://example.org")' },
    round: "2026/27",
    state: "in_progress",
    signedOff: null,
    engineVersion: "1",
    madeOn: new Date("2026-11-22T00:00:00Z"),
    targets: [],
    serving: servingAnswers("acute", rows),
    showSensitive: true,
  });
}

/** The file as LibreOffice understands it: one flat XML document in which every formula would show. */
function openInLibreOffice(name: string, content: string | Buffer): string {
  const office = program(["soffice", "libreoffice"], "libreoffice-calc");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  writeFileSync(join(folder, name), content);
  // Comma, double quote, UTF-8: LibreOffice would otherwise take the letters of the machine's own language.
  const read = name.endsWith(".csv") ? ["--infilter=CSV:44,34,76,1"] : [];
  const made = ["--convert-to", "fods", "--outdir", folder, join(folder, name)];
  runToEnd(office, [profile, "--headless", ...read, ...made]);
  return readFileSync(join(folder, `${name.replace(/\.\w+$/, "")}.fods`), "utf8");
}

describe("I open the gap report in LibreOffice, whatever somebody typed", () => {
  test("as CSV: no cell is a formula, and every note is there to read", () => {
    const sheet = openInLibreOffice("report.csv", reportCsv(reportWithNotes()));
    expect(sheet.match(/table:formula="[^"]*"/g)).toBeNull();
    expect(typed.filter((note) => !sheet.includes(note.trim()))).toEqual([]);
  });

  test("as Excel: no cell is a formula, and every note is there to read", async () => {
    const sheet = openInLibreOffice("report.xlsx", await reportWorkbook(reportWithNotes()));
    expect(sheet.match(/table:formula="[^"]*"/g)).toBeNull();
    expect(typed.filter((note) => !sheet.includes(note.trim()))).toEqual([]);
  });
});
