import { FileChild } from "docx";
import type { Block } from "./paper";

type Table = Extract<Block, { kind: "table" }>;

/** Where a table comes to stand among the parts of a Word file. */
export class TablePlace extends FileChild {
  constructor(index: number) {
    super(`w:table-place-${index}`);
  }
}

const PLACES = /<w:table-place-(\d+)\/>/g;

/** The body of a Word file with its tables put in their places, in order. */
export function withTables(body: string, tables: readonly string[]): string {
  return body.replace(PLACES, (_, index: string) => tables[Number(index)] ?? "");
}

const LINE = 'w:val="single" w:color="AEB7BD" w:sz="4"';
const SIDES = ["top", "left", "bottom", "right", "insideH", "insideV"] as const;

/**
 * A table as Word keeps it, `width` twentieths of a point wide: a header row that repeats, rows that stay whole. Written
 * as markup, since the library makes an object of each cell, paragraph and word, which took longer than all the rest.
 */
export function wordTable({ columns, rows, dense }: Table, width: number): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const grid = columns.map(({ share }) => `<w:gridCol w:w="${Math.round((share / whole) * width)}"/>`);
  const borders = SIDES.map((side) => `<w:${side} ${LINE}/>`).join("");
  const across = dense ? 15 : 40;
  const margins = [`top ${across}`, "left 80", `bottom ${across}`, "right 80"].map((each) => {
    const [side, size] = each.split(" ");
    return `<w:${side} w:type="dxa" w:w="${size}"/>`;
  });
  const facts = [
    `<w:tblW w:type="dxa" w:w="${width}"/><w:tblBorders>${borders}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins.join("")}</w:tblCellMar>`,
  ];
  const shade = '<w:tcPr><w:shd w:fill="D8DDE0" w:val="clear"/></w:tcPr>';
  const head = columns.map(({ header }) => cell(header, "TableHeading", shade)).join("");
  const style = dense ? "TableDense" : "TableText";
  const body = rows.map((row) => rowOf(row.map((text) => cell(text, style)).join("")));
  return [
    `<w:tbl><w:tblPr>${facts.join("")}</w:tblPr><w:tblGrid>${grid.join("")}</w:tblGrid>`,
    ...[rowOf(head, "<w:tblHeader/>"), ...body, "</w:tbl>"],
  ].join("");
}

function rowOf(cells: string, facts = ""): string {
  return `<w:tr><w:trPr><w:cantSplit/>${facts}</w:trPr>${cells}</w:tr>`;
}

/** A cell, each line that was typed a paragraph. */
function cell(text: string, style: string, facts = ""): string {
  const lines = text.split("\n").map((line) => {
    const run = line === "" ? "" : `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`;
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`;
  });
  return `<w:tc>${facts}${lines.join("")}</w:tc>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
