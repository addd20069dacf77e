import type { Block } from "./paper";
import { group, leaf, unread } from "./pdf-leaf";
import type { Measures } from "./pdf-measures";
import { BOTTOM, INK, LEFT, RULE, SHADE, TEXT_WIDTH } from "./pdf-page";

type Table = Extract<Block, { kind: "table" }>;

/** A table with each row measured, before there is room for it. */
export type LaidTable = {
  heads: readonly string[];
  rows: readonly { cells: readonly string[]; height: number }[];
  size: number;
  padding: number;
  /** Where each column starts, and how wide its words may be. */
  columns: readonly { start: number; room: number }[];
  headHeight: number;
  /** How much room it needs to begin: all of it where it is short, else its header and first row. */
  toBegin: number;
};

/** What is no taller stands whole on one page. */
const KEPT_WHOLE = 230;
/** No row is taller with its header: what stands over a table fits the page on which it begins. */
const TALLEST = 400;

/** Measures a table, once. A row that is taller than half a page becomes several. */
export function layTable(
  document: PDFKit.PDFDocument,
  { columns, rows, dense }: Table,
  measures: Measures,
): LaidTable {
  const { size, padding } = dense ? measures.denseTable : measures.table;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * TEXT_WIDTH);
  const laid = widths.map((width, index) => ({
    start: LEFT + widths.slice(0, index).reduce((sum, before) => sum + before, 0) + padding,
    room: width - 2 * padding,
  }));
  const roomIn = (index: number) => laid[index]?.room ?? 0;
  const heightOf = (cells: readonly string[]) => {
    const heights = cells.map((text, index) => textHeight(document, text, roomIn(index)));
    return Math.max(...heights) + 2 * padding;
  };
  const heads = columns.map(({ header }) => header);
  document.font("bold").fontSize(size);
  const headHeight = heightOf(heads);
  document.font("regular");
  const most = TALLEST - headHeight;
  const parts = rows.flatMap((cells) => {
    const height = heightOf(cells);
    if (height <= most) return [{ cells, height }];
    const cut = cells.map((text, index) => cutText(document, text, roomIn(index), most - 2 * padding));
    return sideBySide(cut).map((part) => ({ cells: part, height: heightOf(part) }));
  });
  const all = parts.reduce((sum, { height }) => sum + height, headHeight);
  const toBegin = all <= KEPT_WHOLE ? all : headHeight + (parts[0]?.height ?? 0);
  return { heads, rows: parts, size, padding, columns: laid, headHeight, toBegin };
}

/** Draws a table from where the document stands: rows stay whole, and every page repeats the header. */
export function drawTable(
  document: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  { heads, rows, size, padding, columns, headHeight, toBegin }: LaidTable,
): void {
  const table = group(document, parent, "Table");
  const write = (cells: readonly string[], top: number, cell: (index: number, draw: () => void) => void) => {
    cells.forEach((text, index) => {
      const { start = 0, room = 0 } = columns[index] ?? {};
      const manner = isOneLine(document, text, room) ? { lineBreak: false } : { width: room };
      cell(index, () => document.text(text, start, top + padding, manner));
    });
  };
  const head = (top: number, cell: (index: number, draw: () => void) => void) => {
    document.font("bold").fontSize(size);
    unread(document, () => document.rect(LEFT, top, TEXT_WIDTH, headHeight).fill(SHADE));
    document.fillColor(INK);
    write(heads, top, cell);
    document.font("regular");
    return top + headHeight;
  };

  if (document.y + toBegin > BOTTOM) document.addPage();
  const titles = group(document, table, "TR");
  let y = head(document.y, (_, draw) => leaf(document, titles, "TH", draw, { scope: "Column" }));
  titles.end();
  for (const { cells, height } of rows) {
    document.font("regular").fontSize(size);
    if (y + height > BOTTOM) {
      document.addPage();
      // The header is read out once; on later pages it is there to be seen.
      y = head(document.y, (_, draw) => unread(document, draw, "Pagination"));
    }
    const line = group(document, table, "TR");
    write(cells, y, (index, draw) =>
      index === 0 ? leaf(document, line, "TH", draw, { scope: "Row" }) : leaf(document, line, "TD", draw),
    );
    line.end();
    y += height;
    const below = y;
    unread(document, () =>
      document
        .moveTo(LEFT, below)
        .lineTo(LEFT + TEXT_WIDTH, below)
        .lineWidth(0.5)
        .stroke(RULE),
    );
  }
  table.end();
  document.x = LEFT;
  document.y = y + 10;
}

function textHeight(document: PDFKit.PDFDocument, text: string, width: number): number {
  if (isOneLine(document, text, width)) return document.currentLineHeight(true);
  return document.heightOfString(text, { width });
}

/** As most cells are: such a text need not be laid out in lines, neither to find its height nor to be drawn. */
function isOneLine(document: PDFKit.PDFDocument, text: string, width: number): boolean {
  return !text.includes("\n") && text.length < 80 && document.widthOfString(text) < width;
}

/** A text as pieces that are no taller than `most`, cut between words where there are any. */
function cutText(document: PDFKit.PDFDocument, text: string, width: number, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== "") {
    let [fits, tooLong] = [0, rest.length + 1];
    while (tooLong - fits > 1) {
      const middle = Math.floor((fits + tooLong) / 2);
      if (textHeight(document, rest.slice(0, middle), width) <= most) fits = middle;
      else tooLong = middle;
    }
    const space =
      fits < rest.length ? Math.max(...["\n", " "].map((gap) => rest.lastIndexOf(gap, fits))) : -1;
    const end = Math.max(space > 0 ? space : fits, 1);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return pieces;
}

/** The pieces of a row's cells as rows; each begins with what the row is about. */
function sideBySide(cells: readonly string[][]): string[][] {
  const [about = [], ...others] = cells;
  return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, part) => [
    about[part] ?? about[0] ?? "",
    ...others.map((pieces) => pieces[part] ?? ""),
  ]);
}
