import PDFDocument from "pdfkit";
import type { Block, Paper } from "./paper";
import { gatherContent } from "./pdf-content";
import { drawDrawing, readDrawing } from "./pdf-drawing";
import { drawDraft } from "./pdf-draft";
import { group, leaf } from "./pdf-leaf";
import { type Measures, measuresOf, spaced } from "./pdf-measures";
import { BLUE, BOTTOM, INK, LEFT, MARGINS, markPages, TEXT_WIDTH } from "./pdf-page";
import { CAPTION, lookAhead, type RoomAhead, WIDE } from "./pdf-room";
import { drawTable } from "./pdf-table";
import { layWordsOnce } from "./pdf-words";
import { printFonts, readFont } from "./print-fonts";
import { serviceName } from "@/lib/service-name";

type Pdf = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** How many points a pixel of a drawing takes, as on a screen: words in all drawings are of one size. */
const POINTS = 0.75;

/**
 * A document as a PDF that can be read out and found one's way in: tagged, titled, in English, with bookmarks, header
 * cells, alternative texts and its own fonts.
 */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  const { title, subject, blocks } = paper;
  const document = new PDFDocument({
    size: "A4",
    margins: MARGINS,
    // None at first: pdfkit would open a font that it has as its first anew, each time it is named.
    font: "",
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: { Title: title, Subject: subject, Creator: serviceName, Author: serviceName },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));

  const written = gatherContent(document);
  for (const name of ["regular", "bold"] as const) {
    document.registerFont(name, fontOf(printFonts[name]));
    layWordsOnce(document.font(name));
  }
  if (paper.draft) drawDraft(document);
  const root = document.struct("Document");
  document.addStructure(root);
  if (paper.logo) drawLogo(document, root, paper.logo);
  const measures = measuresOf(paper);
  document.font("bold").fontSize(measures.title).fillColor(BLUE);
  leaf(document, root, "H1", () => document.text(title, { width: TEXT_WIDTH }), { title });
  document.moveDown(0.6);
  const marks = [document.outline];
  const ahead = lookAhead(document, blocks, measures);
  blocks.forEach((block, index) => draw(document, root, block, measures, ahead, ahead.roomAt(index), marks));
  root.end();
  markPages(document, paper);
  written();
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A third of a point a dot, so that it prints sharply. */
function drawLogo(document: Pdf, root: Element, { picture, alt }: NonNullable<Paper["logo"]>): void {
  const { png, width, height } = picture;
  const [wide, tall] = [width / 3, height / 3];
  const { y } = document;
  const options = { alt, bbox: [LEFT, y, LEFT + wide, y + tall] };
  leaf(document, root, "Figure", () => document.image(png, LEFT, y, { width: wide, height: tall }), options);
  document.x = LEFT;
  document.y = y + tall + 14;
}

function draw(
  document: Pdf,
  root: Element,
  block: Block,
  measures: Measures,
  ahead: RoomAhead,
  room: number,
  marks: PDFKit.PDFOutline[],
): void {
  document.x = LEFT;
  // A heading at the foot of a page, with what it heads overleaf, is not found again.
  const begins = document.y + room > BOTTOM;
  if (begins) document.addPage();
  switch (block.kind) {
    case "heading":
      if (!begins) document.y += measures.headings[block.level].before;
      return drawHeading(document, root, block, measures, marks);
    case "paragraph":
      plain(document, measures);
      leaf(document, root, "P", () => document.text(block.text, spaced(measures)));
      document.y += measures.afterParagraph;
      return;
    case "list":
      return drawList(document, root, block.items, measures);
    case "table":
      drawCaption(document, root, block.caption, measures);
      return drawTable(document, root, ahead.tableOf(block));
    case "figure":
      return drawFigure(document, root, block, measures);
  }
}

function drawHeading(
  document: Pdf,
  root: Element,
  { level, text }: Extract<Block, { kind: "heading" }>,
  { headings, afterHeading }: Measures,
  marks: PDFKit.PDFOutline[],
): void {
  const { type, size } = headings[level];
  marks.length = level;
  const above = marks[level - 1];
  if (above) marks[level] = above.addItem(text, { expanded: level === 1 });
  document.font("bold").fontSize(size).fillColor(BLUE);
  leaf(document, root, type, () => document.text(text, WIDE), { title: text });
  document.y += afterHeading;
}

function drawList(document: Pdf, root: Element, items: readonly string[], measures: Measures): void {
  const { size, lineGap, afterItem } = measures;
  const indent = 14;
  const all = group(document, root, "L");
  plain(document, measures);
  for (const item of items) {
    if (document.y + 2 * size > BOTTOM) document.addPage();
    const { y } = document;
    const one = group(document, all, "LI");
    leaf(document, one, "Lbl", () => document.text("•", LEFT, y, { width: indent }));
    leaf(document, one, "LBody", () =>
      document.text(item, LEFT + indent, y, { width: TEXT_WIDTH - indent, lineGap }),
    );
    one.end();
    document.y += afterItem;
  }
  all.end();
  document.y += afterItem;
}

function drawFigure(
  document: Pdf,
  root: Element,
  { caption, alt, drawing }: Extract<Block, { kind: "figure" }>,
  measures: Measures,
) {
  const read = readDrawing(drawing);
  const wide = Math.min(read.width * POINTS, TEXT_WIDTH);
  const tall = (read.height * wide) / read.width;
  if (document.y + tall + CAPTION > BOTTOM) document.addPage();
  drawCaption(document, root, caption, measures);
  const { y } = document;
  const options = { alt, bbox: [LEFT, y, LEFT + wide, y + tall] };
  leaf(document, root, "Figure", () => drawDrawing(document, read, LEFT, y, wide), options);
  document.y = y + tall + 10;
}

function drawCaption(document: Pdf, root: Element, caption: string, measures: Measures): void {
  document.font("bold").fontSize(measures.caption).fillColor(INK);
  leaf(document, root, "Caption", () => document.text(caption, { width: TEXT_WIDTH }));
  document.y += 3;
}

function plain(document: Pdf, { size }: Measures): void {
  document.font("regular").fontSize(size).fillColor(INK);
}

/** pdfkit takes a font that was read already, which its types do not say. */
function fontOf(file: string): string {
  return readFont(file) as unknown as string;
}
