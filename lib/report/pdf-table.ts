import type { Block } from "./paper";
import { group, leaf, unread } from "./pdf-leaf";
import { BOTTOM, INK, RULE, SHADE, TEXT_WIDTH, LEFT } from "./pdf-page";

type Table = Extract<Block, { kind: "table" }>;

const PLAIN = { size: 9, padding: 4 };
const DENSE = { size: 8, padding: 2.5 };

/** Draws a table from where the document stands: rows stay whole, and every page repeats the header. */
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

  const heightOf = (cells: readonly string[]) => {
    const heights = cells.map((text, index) =>
      textHeight(document, text, (widths[index] ?? 0) - 2 * padding),
    );
    return Math.max(...heights) + 2 * padding;
  };
  const write = (cells: readonly string[], top: number, cell: (index: number, draw: () => void) => void) => {
    cells.forEach((text, index) => {
      const place = { x: (starts[index] ?? 0) + padding, width: (widths[index] ?? 0) - 2 * padding };
      cell(index, () => document.text(text, place.x, top + padding, { width: place.width }));
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
  const first = heightOf(rows[0] ?? heads);
  if (document.y + headHeight + first > BOTTOM) document.addPage();
  const titles = group(document, table, "TR");
  let y = head(document.y, (_, draw) => leaf(document, titles, "TH", draw, { scope: "Column" }));
  titles.end();
  for (const row of rows) {
    document.font("regular").fontSize(size);
    const height = heightOf(row);
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
