import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Row } from "@/lib/exchange/organisation-part";
import { type PartName, partNames } from "@/lib/exchange/organisation-parts";
import { writeAnswerWorkbook } from "@/lib/exchange/write-answer-workbook";
import { capabilitiesOf } from "@/lib/framework/find";
import { emptyContext } from "@/lib/plan/context";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { dmaPreparation, preparationSheets } from "@/lib/report/dma-preparation";
import { everythingTables } from "@/lib/report/everything-tables";
import { gapReport } from "@/lib/report/gap-report";
import { planSheets } from "@/lib/report/plan-sheets";
import { reportCsv } from "@/lib/report/report-csv";
import { reportWorkbook, workbookOf } from "@/lib/report/report-workbook";
import { sideBySideSheets } from "@/lib/report/side-by-side";
import { servingAnswers } from "@/lib/report/serving-answers";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework } from "@/tests/support/framework";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
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

const actions = typed.map((text) =>
  anAction({
    title: text,
    description: text,
    ownerTitle: text,
    serves: [{ capabilityId: "a1", scope: "organisation", criteria: ["a1-l2-a"] }],
    risk: { text, likelihood: 1, impact: 1 },
    costs: [aCost({ description: text, assumption: text, agreedBy: text })],
    benefits: [aBenefit({ description: text, assumption: text, measure: { unit: "other", text } })],
  }),
);

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
    plan: { actions, hidden: 0, context: emptyContext },
    showSensitive: true,
  });
}

/** What somebody looks up who fills in the DMA, with everything that was typed in its notes. */
function preparedForDma(): Promise<Buffer> {
  const names = typed.map((_, number) => `a${number + 1}`);
  const capabilities = names.map((id) => aCapability(id, { lenses: { wgll: ["WL"] } }));
  const groups = [{ id: "WL", name: "Well led" }];
  const framework = aFramework([aDimension("A", capabilities)], {
    lenses: [{ id: "wgll", name: "What Good Looks Like", groups }],
  });
  const rows = names.map((id, number) => storedAnswer(id, "organisation", { note: typed[number] ?? "" }));
  const answers = answersFor(framework, "acute", rows);
  const standing = {
    framework,
    setting: "acute" as const,
    answers,
    result: score(framework, "acute", answers),
  };
  const about = { organisation: { odsCode: "ZZA", name: "=1+1" }, setting: "Acute", round: "2026/27" };
  const made = {
    framework: "=1+1",
    signedOff: false,
    sensitive: true,
    madeOn: new Date("2026-11-22T00:00:00Z"),
  };
  const pillars = dmaPreparation(standing, servingAnswers("acute", rows), [], { showSensitive: true });
  return workbookOf(preparationSheets({ ...about, ...made }, pillars));
}

/** Clients side by side, each called what somebody typed. */
function clientsSideBySide(): Promise<Buffer> {
  const { framework, result } = reportWithNotes();
  const clients = typed.map((name) => ({
    ...{ name, framework, result },
    setting: "acute" as const,
    round: "2026/27",
  }));
  return workbookOf(sideBySideSheets(clients, new Date("2026-11-22T00:00:00Z")));
}

/** The answers of a round to fill in offline, where everything that can be typed is. */
function answersToFillIn(): Promise<Buffer> {
  const capabilities = typed.map((_, number) => aCapability(`a${number + 1}`));
  const framework = aFramework([aDimension("A", capabilities)]);
  return writeAnswerWorkbook({
    assessmentId: "1",
    organisation: "=1+1",
    round: "2026/27",
    framework,
    madeAt: new Date("2026-11-22T00:00:00Z"),
    withTargets: true,
    questions: capabilitiesOf(framework).map((capability, number) => ({
      capability,
      scope: "organisation",
      settings: ["acute"],
      version: 1,
      level: "2",
      content: { criteria: {}, notApplicable: null, note: typed[number] ?? "", confidence: null },
      target: { level: 3, by: null, reason: typed[number] ?? "" },
    })),
    evidence: typed.map((text, number) => ({
      id: String(number),
      capabilityId: "a1",
      scope: "organisation",
      title: text,
      url: "",
      counter: false,
      reference: text,
      owner: text,
      effective: null,
      review: null,
      grade: "stated",
    })),
  });
}

function isWhole(parts: Partial<Record<PartName, Row[]>>): parts is Record<PartName, Row[]> {
  return partNames.every((name) => parts[name] !== undefined);
}

/** The tables of everything, where all that people type into rounds, answers, evidence, targets and names is. */
function tablesOfEverything(): { name: string; text: string }[] {
  const capabilities = typed.map((_, number) => aCapability(`a${number + 1}`));
  const framework = aFramework([aDimension("A", capabilities)]);
  const none: Partial<Record<PartName, Row[]>> = {};
  for (const name of partNames) none[name] = [];
  if (!isWhole(none)) throw new Error("A part is missing.");
  const round = { assessmentId: "1", scope: "organisation" };
  return everythingTables({
    frameworkOf: () => framework,
    contents: {
      organisation: {
        odsCode: "ZZA",
        name: "=1+1",
        kind: "trust",
        careSettings: ["acute"],
        regionCode: null,
        icbCode: null,
        subtype: null,
        openedOn: null,
        closedOn: null,
        successorCode: null,
      },
      frameworks: [],
      events: [],
      people: typed.map((name, number) => ({ id: String(number), name, email: null, jobTitle: name })),
      parts: {
        ...none,
        assessments: [
          {
            id: "1",
            round: "2026/27",
            careSettings: ["acute"],
            reopenedAt: "2026-06-01T09:00:00.000Z",
            reopenedById: "0",
            reopenReason: typed[0] ?? "",
            earlierReopenings: [],
          },
        ],
        answers: typed.map((note, number) => ({
          ...round,
          capabilityId: `a${number + 1}`,
          note,
          criteria: {},
          notApplicable: null,
          withdrawn: false,
          savedById: String(number),
        })),
        evidence: typed.map((title, number) => ({
          id: String(number),
          title,
          reference: title,
          owner: title,
        })),
        targets: typed.map((reason) => ({ ...round, capabilityId: "a1", reason, owner: reason })),
        memberships: typed.map((_, number) => ({ personId: String(number), role: "digital_lead" })),
      },
    },
  });
}

/** The file as LibreOffice understands it: one flat XML document in which every formula would show. */
function openInLibreOffice(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  // Comma, double quote, UTF-8: LibreOffice would otherwise take the letters of the machine's own language.
  const read = name.endsWith(".csv") ? ["--infilter=CSV:44,34,76,1"] : [];
  inLibreOffice([...read, "--convert-to", "fods", "--outdir", folder, join(folder, name)]);
  return readFileSync(join(folder, `${name.replace(/\.\w+$/, "")}.fods`), "utf8");
}

function inLibreOffice(args: readonly string[]): void {
  const office = program(["soffice", "libreoffice"], "libreoffice-calc");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  runToEnd(office, [profile, "--headless", ...args]);
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

describe("I open the other workbooks in LibreOffice, whatever somebody typed", () => {
  test.each([
    ["the plan", () => workbookOf(planSheets(actions))],
    ["the answers to fill in", answersToFillIn],
    ["the preparation for the DMA", preparedForDma],
    ["clients side by side", clientsSideBySide],
  ])("%s: no cell is a formula, and every text is there to read", async (_, made) => {
    const sheet = openInLibreOffice("other.xlsx", await made());
    expect(sheet.match(/table:formula="[^"]*"/g)).toBeNull();
    expect(typed.filter((text) => !sheet.includes(text.trim()))).toEqual([]);
  });
});

describe("I open the tables of everything in LibreOffice, whatever somebody typed", () => {
  test.each(["answers.csv", "evidence.csv", "targets.csv", "people.csv"])(
    "%s: no cell is a formula, and every text is there to read",
    (name) => {
      const table = tablesOfEverything().find((each) => each.name === name);
      const sheet = openInLibreOffice(name, table?.text ?? "");
      expect(sheet.match(/table:formula="[^"]*"/g)).toBeNull();
      expect(typed.filter((text) => !sheet.includes(text.trim()))).toEqual([]);
    },
  );
});

describe("I print a workbook from LibreOffice", () => {
  test("a note of many lines is there whole, beside what it is about", async () => {
    const note = Array.from({ length: 60 }, (_, number) => `word${number + 1}`).join(" ");
    const columns = ["Capability", "Missing", "Note"].map((header) => ({ header, width: 60 }));
    const rows = ["6.3 Recovery", "1.4 Architecture"].map((name) => [name, "A test", note]);
    writeFileSync(join(folder, "long.xlsx"), await workbookOf([{ name: "Notes", columns, rows }]));
    inLibreOffice(["--convert-to", "pdf", "--outdir", folder, join(folder, "long.xlsx")]);
    const pdf = join(folder, "long.pdf");
    const said = runToEnd(program(["pdftotext"], "poppler-utils"), [pdf, "-"]).split(/\s+/);
    expect(note.split(" ").filter((word) => said.filter((each) => each === word).length !== 2)).toEqual([]);
    expect(runToEnd(program(["pdfinfo"], "poppler-utils"), [pdf])).toMatch(/^Pages: +1$/m);
  });
});

describe("I read the figures of the gap report in LibreOffice", () => {
  const { result, gaps, plan } = reportWithNotes();
  const figures = [
    ...result.dimensions.flatMap(({ low, high }) => [low, high]),
    ...[result.overall?.low, result.distance.unmet, result.distance.of],
    ...gaps.flatMap(({ items }) =>
      items.flatMap(({ gap }) => [gap.level, gap.target, gap.value, gap.effort]),
    ),
  ];

  test("as Excel they are numbers, the engine's own, and so is the money of the plan", async () => {
    const sheet = openInLibreOffice("figures.xlsx", await reportWorkbook(reportWithNotes()));
    const numbers = new Set(
      [...sheet.matchAll(/office:value-type="(?:float|currency)" office:value="([^"]*)"/g)].map(
        ([, figure]) => Number(figure),
      ),
    );
    const money = plan?.summary.money.costs.map(({ pounds }) => pounds) ?? [];
    expect(money).toContain(typed.length * 10_000);
    expect([...figures, ...money].filter((figure) => !numbers.has(figure ?? NaN))).toEqual([]);
  });

  test("as CSV they are numbers, the engine's own", () => {
    const sheet = openInLibreOffice("figures.csv", reportCsv(reportWithNotes()));
    const numbers = new Set(
      [...sheet.matchAll(/office:value-type="float" office:value="([^"]*)"/g)].map(([, figure]) =>
        Number(figure),
      ),
    );
    expect(figures.filter((figure) => !numbers.has(figure ?? NaN))).toEqual([]);
  });
});
