import JSZip from "jszip";
import PptxGenJS from "pptxgenjs";
import { cutTo } from "@/lib/charts/words";
import { type Deck, type Slide, type SlidePart, slideText } from "./deck";
import { listSize } from "./deck-fit";
import { BLUE, PAPER, QUIET, words } from "./deck-look";
import { addBand, addParts, BAND } from "./deck-parts";
import { serviceName } from "@/lib/service-name";

// A slide of 13.33 × 7.5 inches.
const LEFT = 0.6;
const WIDTH = 12.13;
const TOP = 1.7;
const BOTTOM = 6.75;

const LAYOUT = "Message";
const COVER = "Cover";
/** A message of more characters is set smaller, to keep to two lines. */
const LONG_TITLE = 100;

/**
 * Slides as a PowerPoint file that people can go on with: titles that the outline shows, charts with their figures in
 * an embedded workbook, tables with a header row, alternative texts, and notes with the sources.
 */
export async function powerPointOf(deck: Deck): Promise<Buffer> {
  const file = new PptxGenJS();
  file.layout = "LAYOUT_WIDE";
  file.title = slideText(deck.title);
  file.subject = slideText(deck.subject);
  file.author = file.company = serviceName;
  file.theme = { headFontFace: words.fontFace, bodyFontFace: words.fontFace };
  defineLayouts(file, deck);
  drawCover(file, deck);
  for (const slide of deck.slides) draw(file, slide);
  return withHeaderRows(
    (await file.write({ outputType: "nodebuffer" })) as Buffer,
    [[], ...deck.slides.map(({ parts }) => parts)].map(altsOfTables),
  );
}

function defineLayouts(file: PptxGenJS, { marking, footer }: Deck): void {
  const title = { name: "title", type: "title" as const, x: LEFT, w: WIDTH, margin: 0, bold: true };
  const small = { ...words, color: QUIET, fontSize: 11, margin: 0 };
  const marked = (color: string) =>
    marking === ""
      ? []
      : [
          {
            text: {
              text: slideText(marking),
              options: { ...small, x: LEFT, y: 0.2, w: WIDTH, h: 0.3, color, bold: true },
            },
          },
        ];
  const foot = cutTo(slideText(footer), 11 * 72, small.fontSize);
  file.defineSlideMaster({
    title: LAYOUT,
    objects: [
      ...marked(QUIET),
      { text: { text: foot, options: { ...small, x: LEFT, y: 6.98, w: 11.2, h: 0.3 } } },
      {
        placeholder: {
          options: {
            ...title,
            ...words,
            y: 0.5,
            h: 1.1,
            color: BLUE,
            fontSize: 26,
            align: "left",
            valign: "middle",
          },
          text: "",
        },
      },
    ],
    slideNumber: { x: 12.2, y: 6.98, w: 0.6, h: 0.3, fontFace: words.fontFace, fontSize: 11, color: QUIET },
  });
  file.defineSlideMaster({
    title: COVER,
    background: { color: BLUE },
    objects: [
      ...marked(PAPER),
      {
        placeholder: {
          options: {
            ...title,
            ...words,
            y: 1.9,
            h: 1.7,
            color: PAPER,
            fontSize: 40,
            align: "left",
            valign: "top",
          },
          text: "",
        },
      },
    ],
  });
}

function drawCover(file: PptxGenJS, { title, cover }: Deck): void {
  const { organisation, occasion, facts, notes } = cover;
  const slide = file.addSlide({ masterName: COVER });
  const message = slideText(title);
  const look = { ...words, color: PAPER, margin: 0, x: LEFT, w: WIDTH };
  slide.addText(message, { placeholder: "title", ...(message.length > 60 && { fontSize: 28 }) });
  slide.addText(slideText(organisation), { ...look, y: 1.1, h: 0.6, fontSize: 22, valign: "middle" });
  slide.addText(slideText(occasion), { ...look, y: 3.7, h: 0.5, fontSize: 22, bold: true });
  if (facts.length > 0) {
    const place = { ...look, y: 4.5, h: 2.5 };
    slide.addText(
      facts.map((fact) => ({ text: slideText(fact), options: { breakLine: true, paraSpaceAfter: 6 } })),
      { ...place, fontSize: Math.min(18, listSize(facts, place)), valign: "top" },
    );
  }
  slide.addNotes(notes.map(slideText).join("\n"));
}

function draw(file: PptxGenJS, { title, band, parts, notes }: Slide): void {
  const slide = file.addSlide({ masterName: LAYOUT });
  const message = slideText(title);
  slide.addText(message, { placeholder: "title", ...(message.length > LONG_TITLE && { fontSize: 20 }) });
  const place = { x: LEFT, y: TOP, w: WIDTH, h: BOTTOM - TOP };
  if (band) addBand(slide, band, place);
  const above = band ? BAND : 0;
  addParts(slide, parts, { ...place, y: place.y + above, h: place.h - above });
  slide.addNotes(notes.map(slideText).join("\n"));
}

function altsOfTables(parts: readonly SlidePart[]): string[] {
  return parts.flatMap((part) => (part.kind === "table" ? slideText(part.alt) : []));
}

/** Says of each table which row is its header and what it holds, which the library has no word for. */
async function withHeaderRows(file: Buffer, alts: readonly (readonly string[])[]): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file);
  for (const [index, tables] of alts.entries()) {
    const name = `ppt/slides/slide${index + 1}.xml`;
    const markup = await zip.file(name)?.async("string");
    if (!markup || tables.length === 0) continue;
    const left = [...tables];
    const described = markup
      .replaceAll("<a:tblPr/>", '<a:tblPr firstRow="1"/>')
      .replace(
        /(<p:graphicFrame>\s*<p:nvGraphicFramePr>\s*<p:cNvPr id="\d+" name="[^"]*")\/>(?=[\s\S]*?<a:tbl>)/g,
        (_, start: string) => {
          const alt = left.shift() ?? "";
          return `${start} descr="${escaped(alt)}"/>`;
        },
      );
    zip.file(name, described);
  }
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
