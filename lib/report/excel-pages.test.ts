import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { unzip } from "@/tests/support/unzip";
import { workbookOf } from "./report-workbook";

const columns = [
  { header: "Capability", width: 44 },
  { header: "Note", width: 110 },
];

test("I print a sheet: its columns stay side by side, its head stands on every page, and its rows are as tall as their text", async () => {
  const rows = [["6.3 Recovery", "Tested in June. ".repeat(20)]];
  const names = ["Findings", "Board's <notes> & more"];
  const file = await workbookOf(names.map((name) => ({ name, columns, rows })));
  const parts = unzip(file);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  expect(workbook.worksheets.map(({ name, pageSetup }) => [name, pageSetup])).toMatchObject(
    names.map((name) => [
      name,
      { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" },
    ]),
  );
  for (const sheet of ["sheet1", "sheet2"]) {
    const xml = parts.get(`xl/worksheets/${sheet}.xml`) ?? "";
    // 320 letters in a column of 110 noughts take three lines; a row that is held to its height would not grow.
    expect(/<row r="2"([^>]*)>/.exec(xml)?.[1]).toBe(' ht="43.5"');
    expect(xml).toContain('<row r="1">');
    const order = ["<sheetPr>", "<sheetViews>", "<cols>", "<sheetData>"];
    const places = order.map((part) => xml.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
  }
});

test("I print a sheet with more columns than can be read on a page: it goes on beside", async () => {
  const columns = Array.from({ length: 12 }, (_, at) => ({ header: `Column ${at}`, width: 50 }));
  const file = await workbookOf([{ name: "Findings", columns, rows: [columns.map(() => "A")] }]);
  expect(unzip(file).get("xl/worksheets/sheet1.xml")).toContain('fitToWidth="3"');
});
