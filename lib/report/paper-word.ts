import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { zipArchive } from "@/lib/exchange/write-zip";
import { serviceName } from "@/lib/service-name";
import { pictureOf } from "./drawing-picture";
import type { Block, Paper } from "./paper";
import { draftBehind } from "./word-draft";
import { MARGIN, PAGE, wordStyles } from "./word-styles";
import { TablePlace, withTables, wordTable } from "./word-table";

type Heading = Extract<Block, { kind: "heading" }>;
type Part = Paragraph | TablePlace;

/** Width of the text in twentieths of a point. */
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const NAMES = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** A document as a Word file: real styles, headings and a contents list, captions, header rows that repeat. */
export async function wordOf(paper: Paper): Promise<Buffer> {
  const { title, subject, marking, draft, blocks } = paper;
  const headings = blocks.filter((block) => block.kind === "heading");
  const tables = blocks.filter((block) => block.kind === "table");
  const document = new Document({
    title,
    subject,
    description: subject,
    creator: serviceName,
    styles: wordStyles,
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
          ...contents(headings),
          ...blocks.flatMap((block) => partsOf(block, headings, tables)),
        ],
      },
    ],
  });
  return packed(
    document,
    tables.map((each) => wordTable(each, TEXT_WIDTH)),
  );
}

const BODY = "word/document.xml";
/** Of the entries of the file; when it was made stands in its properties. */
const NO_MOMENT = new Date(Date.UTC(1980, 0, 1));

/** The library's files before it packs them, which it does slowly, and which its types keep to itself. */
type Compiler = {
  compile: (document: Document) => {
    files: Record<string, { dir: boolean; async: (type: "nodebuffer") => Promise<Buffer> }>;
  };
};

/** The document as a file, with its tables in it. */
async function packed(document: Document, tables: readonly string[]): Promise<Buffer> {
  const { compiler } = Packer as unknown as { compiler: Compiler };
  const parts = Object.entries(compiler.compile(document).files).filter(([, { dir }]) => !dir);
  const entries = await Promise.all(
    parts.map(async ([name, part]) => {
      const content = await part.async("nodebuffer");
      if (name === BODY) return { name, content: withTables(content.toString("utf8"), tables) };
      return { name, content, packed: name.endsWith(".png") };
    }),
  );
  return zipArchive(entries, NO_MOMENT);
}

/**
 * The two upper levels of headings as links, in the styles of Word's own contents list. It is no field: programs other
 * than Word show the instructions of one, and Word asks whether to update it.
 */
function contents(headings: readonly Heading[]): Paragraph[] {
  return headings.flatMap(({ level, text }, index) =>
    level === 3
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

function partsOf(block: Block, headings: readonly Heading[], tables: readonly Block[]): Part[] {
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
      return [new Paragraph({ children: runs(block.text) })];
    case "list":
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case "table":
      return [
        new Paragraph({ text: block.caption, style: "Caption", keepNext: true }),
        new TablePlace(tables.indexOf(block)),
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
