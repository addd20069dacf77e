import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { unzip } from "@/tests/support/unzip";
import { workbookOf } from "./report-workbook";

describe("I sort and filter an Excel file as I am used to", () => {
  test("each sheet is a table with filters over all of its rows, and a name for formulas", async () => {
    const parts = await partsOf([
      {
        name: "Shortest way",
        headers: ["Capability", "Effort, points <S>"],
        rows: [
          ["6.3", "8"],
          ["1.4", "4"],
        ],
      },
      { name: "By", headers: ["Pillar"], rows: [["Well led"]] },
    ]);
    expect(tablesOf(parts)).toEqual([
      ["xl/tables/table1.xml", "Shortest_way", "A1:B3", "Capability", "Effort, points &lt;S&gt;"],
      ["xl/tables/table2.xml", "Table_By", "A1:A2", "Pillar"],
    ]);
    expect(parts.get("xl/worksheets/sheet2.xml")).toMatch(/<tablePart [^>]*\/><\/tableParts><\/worksheet>$/);
    expect(parts.get("xl/worksheets/_rels/sheet2.xml.rels")).toContain('Target="../tables/table2.xml"');
  });

  test("a sheet of which Excel would say that it is broken stays plain, and the others are tables", async () => {
    const parts = await partsOf([
      { name: "Nothing in it", headers: ["Action"], rows: [] },
      { name: "One name twice", headers: ["Trust", "trust"], rows: [["a", "b"]] },
      { name: "Notes", headers: ["Note"], rows: [["=1+1"]] },
    ]);
    expect(tablesOf(parts)).toEqual([["xl/tables/table3.xml", "Notes", "A1:A2", "Note"]]);
    expect(parts.get("xl/worksheets/sheet2.xml")).not.toContain("tablePart");
  });
});

type Sheet = { name: string; headers: string[]; rows: string[][] };

/** The file as it is packed, once another reader of such files has taken it. */
async function partsOf(sheets: Sheet[]): Promise<Map<string, string>> {
  const file = await workbookOf(
    sheets.map(({ name, headers, rows }) => ({
      name,
      columns: headers.map((header) => ({ header, width: 20 })),
      rows,
    })),
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(file).buffer);
  expect(book.worksheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
  return unzip(file);
}

/** Each table: its part, its name, the cells with filters, and its columns. */
function tablesOf(parts: ReadonlyMap<string, string>) {
  return [...parts]
    .filter(([part]) => part.startsWith("xl/tables/"))
    .map(([part, xml]) => [
      part,
      /displayName="([^"]*)"/.exec(xml)?.[1],
      /<autoFilter ref="([^"]*)"/.exec(xml)?.[1],
      ...[...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name),
    ]);
}
