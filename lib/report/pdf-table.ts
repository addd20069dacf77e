import type { Block } from "./paper";
import { group, leaf, unread } from "./pdf-leaf";
import { BOTTOM, INK, LEFT, RULE, SHADE, TEXT_WIDTH, TOP } from "./pdf-page";
import { inDocument, number, penOf } from "./pdf-pen";

type Table = Extract<Block, { kind: "table" }>;
type Pdf = PDFKit.PDFDocument;

const PLAIN = { size: 9, padding: 4 };
const DENSE = { size: 8, padding: 2.5 };

/** Writes one cell, and says what it is. */
type Cell = (index: number, draw: () => void) => void;

/**
 * Draws a table from where the document stands: rows stay whole unless one is taller than a page, and every page
 * repeats the header.
 */
export function drawTable(
  document: Pdf,
  parent: PDFKit.PDFStructureElement,
  { columns, rows, dense }: Table,
): void {
  const { size, padding } = dense ? DENSE : PLAIN;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * TEXT_WIDTH);
  const starts = widths.map(
    (_, index) => LEFT + widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  );
  const pens = {
    head: penOf(document, { font: "bold", size, colour: INK }),
    body: penOf(document, { font: "regular", size, colour: INK }),
  };
  const laidOut = (kind: "head" | "body", texts: readonly string[]) => {
    const cells = texts.map((text, index) => pens[kind].lines(text, (widths[index] ?? 0) - 2 * padding));
    return { kind, cells, height: heightOf(kind, Math.max(...cells.map(({ length }) => length))) };
  };
  const heightOf = (kind: "head" | "body", lines: number) => lines * pens[kind].lineHeight + 2 * padding;
  const write = ({ kind, cells }: ReturnType<typeof laidOut>, top: number, cell: Cell) =>
    cells.forEach((lines, index) =>
      cell(index, () => pens[kind].write(lines, (starts[index] ?? 0) + padding, top + padding)),
    );

  const heads = laidOut(
    "head",
    columns.map(({ header }) => header),
  );
  const head = (top: number, cell: Cell) => {
    const box = `${number(LEFT)} ${number(top)} ${number(TEXT_WIDTH)} ${number(heads.height)} re f`;
    unread(document, () => document.addContent(`${inDocument(SHADE)} rg\n${box}`));
    write(heads, top, cell);
    return top + heads.height;
  };
  const rules = rulesOf(document);
  // As much as fits on a page of its own, beneath the header.
  const most = Math.floor((BOTTOM - TOP - heads.height - 2 * padding) / pens.body.lineHeight);
  const laidOutRows = rows.flatMap((row) => {
    const { kind, cells } = laidOut("body", row);
    return partsOf(cells, most).map((part) => ({
      ...{ kind, cells: part },
      height: heightOf(kind, Math.max(...part.map(({ length }) => length))),
    }));
  });

  const table = group(document, parent, "Table");
  if (document.y + heads.height + (laidOutRows[0]?.height ?? 0) > BOTTOM) document.addPage();
  const titles = group(document, table, "TR");
  let y = head(document.y, (_, draw) => leaf(document, titles, "TH", draw, { scope: "Column" }));
  titles.end();
  for (const row of laidOutRows) {
    if (y + row.height > BOTTOM) {
      rules.draw();
      document.addPage();
      // The header is read out once; on later pages it is there to be seen.
      y = head(TOP, (_, draw) => unread(document, draw, "Pagination"));
    }
    const line = group(document, table, "TR");
    write(row, y, (index, draw) =>
      index === 0 ? leaf(document, line, "TH", draw, { scope: "Row" }) : leaf(document, line, "TD", draw),
    );
    line.end();
    y += row.height;
    rules.beneath(y);
  }
  rules.draw();
  table.end();
  document.y = y + 10;
}

/** A row taller than a page as several rows, each beginning with what the row is about. */
function partsOf(cells: readonly string[][], most: number): string[][][] {
  const longest = Math.max(...cells.map(({ length }) => length));
  if (longest <= most) return [[...cells]];
  const [about = [], ...others] = cells;
  const partOf = (lines: readonly string[], part: number) => lines.slice(part * most, (part + 1) * most);
  return Array.from({ length: Math.ceil(longest / most) }, (_, part) => [
    partOf(about, about.length > part * most ? part : 0),
    ...others.map((lines) => partOf(lines, part)),
  ]);
}

/** The thin lines beneath rows, all of a page at once: to say of each that nobody reads it out takes its time. */
function rulesOf(document: Pdf) {
  let drawn: string[] = [];
  return {
    beneath: (y: number) => {
      drawn.push(`${number(LEFT)} ${number(y)} m ${number(LEFT + TEXT_WIDTH)} ${number(y)} l`);
    },
    draw: () => {
      const lines = drawn.join("\n");
      drawn = [];
      if (lines !== "")
        unread(document, () => document.addContent(`${inDocument(RULE)} RG\n0.5 w\n${lines}\nS`));
    },
  };
}
