import fc from "fast-check";
import { expect, test } from "vitest";
import { tasksOf } from "@/lib/assessment/tasks";
import { capabilitiesOf } from "@/lib/framework/find";
import { smallFramework } from "@/tests/support/small-framework";
import { workbookDay } from "@/tests/support/odd-input";
import { evidenceHeadings, labels, questionHeadings, sheetNames, WORKBOOK_FORMAT } from "./answer-workbook";
import { readFilledDocument } from "./filled-document";
import { readAnswerWorkbook } from "./read-answer-workbook";
import type { WorkbookCell, WorkbookSheet } from "./read-workbook";

const framework = smallFramework();
const questions = tasksOf(framework, ["acute"], []);
const assessmentId = "5f0c1b52-64f1-4f0e-9c0e-0c6f5f0d7f11";
const ids = questions.flatMap(({ capability, scope }) => [
  `${capability.id} ${scope}`,
  ...capability.levels.flatMap(({ criteria }) => criteria.map(({ id }) => `${id} ${scope}`)),
]);
const headings = [
  ...Object.values(labels),
  ...Object.values(questionHeadings),
  ...Object.values(evidenceHeadings),
];

const typed = fc.oneof(
  fc.string(),
  fc.constantFrom(...ids, "Met", "Not met", "High", "3", "31/03/2027", "Applies", "__proto__", "constructor"),
);
const cell: fc.Arbitrary<WorkbookCell> = fc.oneof(
  typed.map((text): WorkbookCell => ({ kind: "text", text })),
  fc.double().map((value): WorkbookCell => ({ kind: "number", value })),
  fc.boolean().map((value): WorkbookCell => ({ kind: "boolean", value })),
  workbookDay.map((value): WorkbookCell => ({ kind: "date", value })),
  fc.constantFrom<WorkbookCell>({ kind: "formula" }, { kind: "error" }),
);
const heading = fc.oneof(
  fc.constantFrom(...headings).map((text): WorkbookCell => ({ kind: "text", text })),
  cell,
);
const cells = (one: fc.Arbitrary<WorkbookCell>) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), one), { maxLength: 12 }).map((list) => new Map(list));
const sheet = fc
  .tuple(
    fc.constantFrom(...Object.values(sheetNames)),
    cells(heading),
    fc.array(cells(cell), { maxLength: 8 }),
  )
  .map(([name, first, rest]): WorkbookSheet => ({
    name,
    rows: [first, ...rest].map((row, index) => ({ number: index + 1, cells: row })),
  }));

const text = (value: string): WorkbookCell => ({ kind: "text", text: value });
const identity: WorkbookSheet = {
  name: sheetNames.identity,
  rows: [
    ["format", WORKBOOK_FORMAT],
    ["assessment", assessmentId],
    ["framework", framework.id, framework.version],
  ].map((row, index) => ({
    number: index + 1,
    cells: new Map(row.map((value, column) => [column + 1, text(value)])),
  })),
};

test("whatever stands in the cells of a workbook, it is read or told of, never thrown at us (FZ-1)", () => {
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 5 }), (sheets) => {
      const read = readAnswerWorkbook([identity, ...sheets], {
        assessmentId,
        framework,
        questions,
        withTargets: true,
      });
      if (!read.ok) throw new Error(read.reason);
      const known = capabilitiesOf(framework).map(({ id }) => id);
      for (const { capabilityId, cells } of read.filled.questions) {
        expect(known).toContain(capabilityId);
        for (const [field, { text, at }] of Object.entries(cells)) {
          expect(at).toMatch(/^(Questions|Statements), [A-Z]+\d+$/);
          if (field.startsWith("criteria.")) expect(["met", "not_met", "not_known", ""]).toContain(text);
        }
      }
      expect(
        readAnswerWorkbook(sheets, { assessmentId, framework, questions, withTargets: true }),
      ).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test("whatever bytes are sent as a document, they are read or told of, never thrown at us (FZ-1)", () => {
  const expected = { framework, careSettings: ["acute" as const], questions };
  const document = fc.json().map((json) => Buffer.from(json));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), document), (bytes) => {
      const read = readFilledDocument(bytes, expected);
      if (read.ok) expect(read.filled.questions).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
