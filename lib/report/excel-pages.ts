import type { Cell, CellObject, Feature, Image, Sheet } from "write-excel-file/node";

/** Of one line of Arial 11, and of the tallest row there can be, in points. */
const LINE = 14.5;
const TALLEST = 409;
/** What a cell keeps free at its sides, and how much wider bold letters are. */
const PADDING = 1;
const BOLD = 1.1;
/** Letters that are narrower or wider in Arial than a nought, in noughts. */
const WIDTHS = new Map(
  (
    [
      ["ijl'|", 0.4],
      ["ft Ir.,:;!/()-", 0.6],
      ["cksvxyz", 0.9],
      ["mwMW%@", 1.6],
      ["ABCDEFGHJKLNOPQRSTUVXYZ&+=<>", 1.3],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);
/** How much of a sheet can be read on a page that lies across, in noughts. */
const ON_A_PAGE = 280;

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

/** How many lines a cell's text takes. */
function linesIn(cell: Cell, width: number): number {
  if (!isObject(cell) || !cell.wrap || typeof cell.value !== "string") return 1;
  const room = (width - PADDING) / (cell.fontWeight === "bold" ? BOLD : 1);
  return cell.value.split("\n").reduce((lines, line) => lines + linesOf(line, room), 0);
}

function isObject(cell: Cell): cell is CellObject {
  return typeof cell === "object" && cell !== null && "value" in cell;
}

function linesOf(text: string, room: number): number {
  let [lines, at] = [1, 0];
  for (const word of text.split(" ")) {
    const width = widthOf(word);
    if (at > 0 && at + width > room) [lines, at] = [lines + 1, 0];
    // A long address goes on over several lines.
    lines += Math.max(0, Math.ceil(width / room) - 1);
    at += width + widthOf(" ");
  }
  return lines;
}

/** How wide words are, in what the width of a column is counted in: noughts. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? 1;
  return width;
}

/**
 * Lets sheets be read as they are printed: those that lie across have their columns side by side on a page, or on as few
 * as can still be read, and those with a row that stays in view have it on every page. No row is held to its height, so
 * that it grows with what is typed into it.
 */
export const excelPages: Feature<Image["content"]> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml, { orientation }) =>
          orientation
            ? xml.replace("<sheetViews>", `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>`)
            : xml,
        transformElementAttributes: (tag, attributes, _index, { columns = [] }) => {
          const width = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
          const fitToWidth = Math.max(1, Math.ceil(width / ON_A_PAGE));
          // As many pages down as it takes.
          if (tag === "pageSetup") return { ...attributes, fitToWidth, fitToHeight: 0 };
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
