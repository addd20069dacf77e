import type { Cell, CellObject, Feature, Image, Sheet } from "write-excel-file/node";

/** Of one line of Arial 11, and of the tallest row there can be, in points. */
const LINE = 14.5;
const TALLEST = 409;

/**
 * A sheet whose rows are as tall as their text, by the widths of its columns. Excel would see to that itself;
 * LibreOffice makes a row of which nothing is said one line high, and lets its text run into the next.
 */
export function tallEnough<Made extends Sheet<never>>(sheet: Made): Made {
  const widths = (sheet.columns ?? []).map(({ width }) => width ?? Infinity);
  const data = sheet.data.map((row) => {
    const lines = Math.max(1, ...row.map((cell, index) => linesIn(cell, widths[index] ?? Infinity)));
    if (lines === 1) return row;
    const height = Math.min(TALLEST, lines * LINE);
    return row.map((cell) => (isObject(cell) ? { ...cell, height } : cell));
  });
  return { ...sheet, data };
}

/** How many lines a cell's text takes, a little more rather than a little less. */
function linesIn(cell: Cell, width: number): number {
  if (!isObject(cell) || !cell.wrap || typeof cell.value !== "string") return 1;
  return cell.value.split("\n").reduce((lines, line) => lines + linesOf(line, width), 0);
}

function isObject(cell: Cell): cell is CellObject {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

/** A letter is about as wide as what the width of a column is counted in, its nought. */
function linesOf(text: string, width: number): number {
  let [lines, at] = [1, 0];
  for (const { length } of text.split(" ")) {
    if (at > 0 && at + length > width) [lines, at] = [lines + 1, 0];
    // A long address goes on over several lines.
    lines += Math.max(0, Math.ceil(length / width) - 1);
    at += length + 1;
  }
  return lines;
}

/**
 * Lets sheets be read as they are printed: those that lie across have all their columns side by side on a page, and
 * those with a row that stays in view have it on every page. No row is held to its height, so that it grows with what
 * is typed into it.
 */
export const excelPages: Feature<Image["content"]> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, { orientation }) =>
          orientation
            ? xml.replace("<sheetViews>", `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>`)
            : xml,
        transformElementAttributes: (tag, attributes) => {
          // As many pages down as it takes.
          if (tag === "pageSetup") return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
          if (tag !== "row") return attributes;
          return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== "customHeight"));
        },
      },
      "xl/workbook.xml": {
        transform: (xml, sheets) => {
          const names = sheets.flatMap(({ sheet = "", stickyRowsCount }, index) =>
            stickyRowsCount ? [headRow(sheet, index, stickyRowsCount)] : [],
          );
          if (names.length === 0) return xml;
          return xml.replace("<definedNames/>", () => `<definedNames>${names.join("")}</definedNames>`);
        },
      },
    },
  },
};

function headRow(sheet: string, index: number, rows: number): string {
  const name = sheet.replaceAll("'", "''").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$${rows}</definedName>`;
}
