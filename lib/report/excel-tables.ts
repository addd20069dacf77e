import type { Feature, Image } from "write-excel-file/node";
import { getCellAddress, getSelfClosingTagMarkup } from "write-excel-file/utility";

/** A sheet that holds nothing but a table: its header row and how many rows stand below it. */
export type ExcelTable = { name: string; headers: readonly string[]; rows: number };

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/**
 * Makes the sheets of an Excel file real tables, one a sheet in the order of the sheets: with filters, stripes and a
 * name for formulas. A sheet without rows, or with two columns of one name, stays as it is: Excel would call the file
 * broken.
 */
export function excelTables(sheets: readonly ExcelTable[]): Feature<Image["content"]> {
  const tableOf = (index: number) => {
    const sheet = sheets[index];
    return sheet && mayBeTable(sheet) ? sheet : null;
  };
  const tables = sheets.flatMap((sheet, index) => (mayBeTable(sheet) ? [{ sheet, id: index + 1 }] : []));
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            tables
              .map(({ id }) =>
                getSelfClosingTagMarkup("Override", { ContentType: TYPE, PartName: `/${partOf(id)}` }),
              )
              .join(""),
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, { sheetIndex }) =>
            tableOf(sheetIndex) === null
              ? undefined
              : getSelfClosingTagMarkup("Relationship", {
                  Id: "rId-table-1",
                  Type: `${RELATION}/table`,
                  Target: `../tables/table${sheetIndex + 1}.xml`,
                }),
        },
        "xl/worksheets/sheet{id}.xml": {
          // Last of all that a sheet holds.
          insert: (_options, { sheetIndex }) =>
            tableOf(sheetIndex) === null
              ? undefined
              : `<tableParts count="1"><tablePart xmlns:r="${RELATION}" r:id="rId-table-1"/></tableParts>`,
        },
      },
      write: {
        files: () => Object.fromEntries(tables.map(({ sheet, id }) => [partOf(id), markupOf(sheet, id)])),
      },
    },
  };
}

function mayBeTable({ headers, rows }: ExcelTable): boolean {
  const names = headers.map((header) => header.toLowerCase());
  return rows > 0 && !names.includes("") && new Set(names).size === names.length;
}

function partOf(id: number): string {
  return `xl/tables/table${id}.xml`;
}

function markupOf({ name, headers, rows }: ExcelTable, id: number): string {
  const known = tableName(name);
  const cells = `A1:${getCellAddress(rows, headers.length - 1)}`;
  const columns = headers.map((header, index) =>
    getSelfClosingTagMarkup("tableColumn", { id: index + 1, name: header }),
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<table xmlns="${MAIN}" id="${id}" name="${known}" displayName="${known}" ref="${cells}" totalsRowShown="0">`,
    `<autoFilter ref="${cells}"/>`,
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>`,
    `<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`,
    "</table>",
  ].join("");
}

/** The name of a sheet as one that formulas can use, "Shortest_way", and that is never the place of a cell. */
function tableName(sheet: string): string {
  const name = sheet.replace(/[^\p{L}\p{N}]+/gu, "_");
  return /^\p{L}{4}/u.test(name) ? name : `Table_${name}`;
}
