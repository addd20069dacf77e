import type { Block } from "./paper";
import { group, leaf, unread } from "./pdf-leaf";
import { BOTTOM, INK, LEFT, RULE, SHADE, TEXT_WIDTH, TOP } from "./pdf-page";

type Table = Extract<Block, { kind: "table" }>;

const PLAIN = { size: 9, padding: 4 };
const DENSE = { size: 8, padding: 2.5 };

/**
 * Draws a table from where the document stands: rows stay whole unless one is taller than a page, and every page
 * repeats the header.
 */
export function drawTable(
  document: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  { columns, rows, dense }: Table,
): void {
  const { size, padding } = dense ? DENSE : PLAIN;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * TEXT_WIDTH);
  const starts = widths.map(
    (_, index) => LEFT + widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  );
  const heads = columns.map(({ header }) => header);
  const table = group(document, parent, "Table");

  const roomIn = (index: number) => (widths[index] ?? 0) - 2 * padding;
  const heightOf = (cells: readonly string[]) => {
    const heights = cells.map((text, index) => textHeight(document, text, roomIn(index)));
    return Math.max(...heights) + 2 * padding;
  };
  const write = (cells: readonly string[], top: number, cell: (index: number, draw: () => void) => void) => {
    cells.forEach((text, index) => {
      const x = (starts[index] ?? 0) + padding;
      cell(index, () => document.text(text, x, top + padding, { width: roomIn(index) }));
    });
  };
  const head = (top: number, cell: (index: number, draw: () => void) => void) => {
    document.font("bold").fontSize(size);
    const height = heightOf(heads);
    unread(document, () => document.rect(LEFT, top, TEXT_WIDTH, height).fill(SHADE));
    document.fillColor(INK);
    write(heads, top, cell);
    document.font("regular");
    return top + height;
  };

  document.font("bold").fontSize(size);
  const headHeight = heightOf(heads);
  document.font("regular");
  const most = BOTTOM - TOP - headHeight;
  const parts = rows.flatMap((row) => {
    const height = heightOf(row);
    if (height <= most) return [{ row, height }];
    const cut = row.map((text, index) => cutText(document, text, roomIn(index), most - 2 * padding));
    return sideBySide(cut).map((part) => ({ row: part, height: heightOf(part) }));
  });
  if (document.y + headHeight + (parts[0]?.height ?? 0) > BOTTOM) document.addPage();
  const titles = group(document, table, "TR");
  let y = head(document.y, (_, draw) => leaf(document, titles, "TH", draw, { scope: "Column" }));
  titles.end();
  for (const { row, height } of parts) {
    document.font("regular").fontSize(size);
    if (y + height > BOTTOM) {
      document.addPage();
      // The header is read out once; on later pages it is there to be seen.
      y = head(document.y, (_, draw) => unread(document, draw, "Pagination"));
    }
    const line = group(document, table, "TR");
    write(row, y, (index, draw) =>
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

/** Most cells are one short line, whose height need not be found by laying it out. */
function textHeight(document: PDFKit.PDFDocument, text: string, width: number): number {
  if (!text.includes("\n") && text.length < 80 && document.widthOfString(text) < width) {
    return document.currentLineHeight(true);
  }
  return document.heightOfString(text, { width });
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
