import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { serviceName } from "@/lib/service-name";
import { pictureOf } from "./drawing-picture";
import { type Block, leadsOn, type Paper } from "./paper";
import { draftBehind } from "./word-draft";
import { MARGIN, PAGE, wordStyles } from "./word-styles";

type Heading = Extract<Block, { kind: "heading" }>;
type Part = Paragraph | Table;

/** Width of the text in twentieths of a point. */
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const NAMES = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** A document as a Word file: real styles, headings and a contents list, captions, header rows that repeat. */
export async function wordOf(paper: Paper): Promise<Buffer> {
  const { title, subject, marking, draft, blocks } = paper;
  const headings = blocks.filter((block) => block.kind === "heading");
  const parts = (from: number, to?: number) =>
    blocks.slice(from, to).flatMap((block, index) => partsOf(block, leadsOn(blocks, from + index), headings));
  const first = Math.max(
    blocks.findIndex(({ kind }) => kind === "heading"),
    0,
  );
  const document = new Document({
    title,
    subject,
    description: subject,
    creator: serviceName,
    styles: wordStyles(paper),
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        headers: { default: new Header({ children: [marked(marking), ...(draft ? [draftBehind()] : [])] }) },
        footers: { default: new Footer({ children: [numbered(title)] }) },
        children: [
          ...(paper.logo ? [logoOf(paper.logo)] : []),
          new Paragraph({ text: title, style: "Title" }),
          ...parts(0, first),
          ...contents(headings, paper.contents),
          ...parts(first),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/**
 * The upper levels of headings as links, in the styles of Word's own contents list. It is no field: programs other than
 * Word show the instructions of one, and Word asks whether to update it.
 */
function contents(headings: readonly Heading[], levels: Paper["contents"]): Paragraph[] {
  return headings.flatMap(({ level, text }, index) =>
    level > levels
      ? []
      : [
          new Paragraph({
            style: level === 1 ? "TOC1" : "TOC2",
            children: [
              new InternalHyperlink({
                anchor: markOf(index),
                children: [new TextRun({ text, style: "Hyperlink" })],
              }),
            ],
          }),
        ],
  );
}

function markOf(index: number): string {
  return `heading_${index + 1}`;
}

function partsOf(block: Block, leads: boolean, headings: readonly Heading[]): Part[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: NAMES[block.level],
          children: [
            new Bookmark({ id: markOf(headings.indexOf(block)), children: [new TextRun(block.text)] }),
          ],
        }),
      ];
    case "paragraph":
      return [new Paragraph({ children: runs(block.text), keepNext: leads })];
    case "list":
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case "table":
      return [
        new Paragraph({ text: block.caption, style: "Caption", keepNext: true }),
        tableOf(block),
        // Without it Word would draw two tables after each other as one.
        new Paragraph({ text: "", spacing: { after: 0 } }),
      ];
    case "figure":
      return [
        new Paragraph({ text: block.caption, style: "Caption", keepNext: true }),
        new Paragraph({ children: [imageOf(block)] }),
      ];
  }
}

/** The style of a table's first row. */
const HEAD = "TableHeading";
/** A table of so many rows and letters stays on one page where it can: what it leaves free on the page before is little. */
const SHORT = { rows: 14, letters: 2_000 };

function tableOf({ columns, rows, dense }: Extract<Block, { kind: "table" }>): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / whole) * TEXT_WIDTH));
  const plain = dense ? "TableDense" : "TableText";
  const line = { style: BorderStyle.SINGLE, size: 4, color: "AEB7BD" };
  // Width and margins are the table's: to say them again in each cell would take most of the time of writing.
  const cell = (text: string, style: string) =>
    new TableCell({
      ...(style === HEAD && { shading: { type: ShadingType.CLEAR, fill: "D8DDE0" } }),
      children: text.split("\n").map((part) => new Paragraph({ text: part, style })),
    });
  const last = rows.length - 1;
  const short = rows.length <= SHORT.rows && rows.flat().join("").length <= SHORT.letters;
  const styleOf = (row: number) => (short && row < last ? `${plain}Kept` : plain);
  return new Table({
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: {
      marginUnitType: WidthType.DXA,
      left: 80,
      right: 80,
      ...(dense ? { top: 15, bottom: 15 } : { top: 40, bottom: 40 }),
    },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ header }) => cell(header, HEAD)),
      }),
      ...rows.map((row, index) => {
        const style = styleOf(index);
        return new TableRow({ cantSplit: true, children: row.map((text) => cell(text, style)) });
      }),
    ],
  });
}

function imageOf({ caption, alt, drawing }: Extract<Block, { kind: "figure" }>): ImageRun {
  const { png, width, height } = pictureOf(drawing);
  // A twentieth of a point is a fifteenth of a pixel.
  const wide = Math.min(width, TEXT_WIDTH / 15);
  return new ImageRun({
    type: "png",
    data: png,
    transformation: { width: Math.round(wide), height: Math.round((height * wide) / width) },
    altText: { name: caption, title: caption, description: alt },
  });
}

/** As large as in a PDF: a third of a point a dot, where Word counts three quarters of a point a pixel. */
function logoOf({ picture: { png, width, height }, alt }: NonNullable<Paper["logo"]>): Paragraph {
  const transformation = {
    width: Math.round((width / 3) * (4 / 3)),
    height: Math.round((height / 3) * (4 / 3)),
  };
  const altText = { name: alt, title: alt, description: alt };
  return new Paragraph({ children: [new ImageRun({ type: "png", data: png, transformation, altText })] });
}

function marked(marking: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: marking, bold: true })], style: "Header" });
}

function numbered(title: string): Paragraph {
  const page = ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Paragraph({
    style: "Footer",
    alignment: AlignmentType.LEFT,
    children: [new TextRun(`${title}. `), new TextRun({ children: page })],
  });
}

/** Text with its line breaks. */
function runs(text: string): TextRun[] {
  return text.split("\n").map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
}
