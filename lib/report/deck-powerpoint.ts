import JSZip from "jszip";
import PptxGenJS from "pptxgenjs";
import { type Deck, type Slide, type SlideChart, type SlidePart, slideText } from "./deck";
import { spreadsheetText } from "./spreadsheet-text";

// A slide of 13.33 × 7.5 inches.
const LEFT = 0.6;
const WIDTH = 12.13;
const TOP = 1.75;
const HEIGHT = 4.95;
const BETWEEN = 0.4;

const BLUE = "003087";
const INK = "212B32";
const QUIET = "4C6272";
const RULE = "AEB7BD";
const SHADE = "D8DDE0";
const SERIES = ["005EB8", "768692", "AE2573", "006747"];
const words = { fontFace: "Arial", color: INK, lang: "en-GB" } as const;

const LAYOUT = "Message";

/**
 * Slides as a PowerPoint file that people can go on with: titles that the outline shows, charts with their figures in
 * an embedded workbook, tables with a header row, alternative texts, and notes with the sources.
 */
export async function powerPointOf(deck: Deck): Promise<Buffer> {
  const file = new PptxGenJS();
  file.layout = "LAYOUT_WIDE";
  file.title = slideText(deck.title);
  file.subject = slideText(deck.subject);
  file.author = file.company = "Assess your trust’s digital maturity";
  file.theme = { headFontFace: "Arial", bodyFontFace: "Arial" };
  file.defineSlideMaster({
    title: LAYOUT,
    objects: [
      ...(deck.marking === ""
        ? []
        : [
            {
              text: {
                text: slideText(deck.marking),
                options: {
                  x: LEFT,
                  y: 0.2,
                  w: WIDTH,
                  h: 0.3,
                  ...words,
                  color: QUIET,
                  fontSize: 11,
                  bold: true,
                },
              },
            },
          ]),
      {
        text: {
          text: file.title,
          options: { x: LEFT, y: 6.95, w: 11, h: 0.3, ...words, color: QUIET, fontSize: 10 },
        },
      },
      {
        placeholder: {
          options: {
            ...{ name: "title", type: "title", x: LEFT, y: 0.55, w: WIDTH, h: 1.1 },
            ...{
              ...words,
              color: BLUE,
              fontSize: 26,
              bold: true,
              align: "left",
              valign: "middle",
              margin: 0,
            },
          },
          text: "",
        },
      },
    ],
    slideNumber: { x: 12.2, y: 6.95, w: 0.6, h: 0.3, fontFace: "Arial", fontSize: 10, color: QUIET },
  });
  for (const slide of deck.slides) draw(file, slide);
  return withHeaderRows(
    (await file.write({ outputType: "nodebuffer" })) as Buffer,
    deck.slides.map(({ parts }) =>
      parts.flatMap((part) => (part.kind === "table" ? slideText(part.alt) : [])),
    ),
  );
}

function draw(file: PptxGenJS, { title, parts, notes }: Slide): void {
  const slide = file.addSlide({ masterName: LAYOUT });
  const message = slideText(title);
  // A long message keeps to two lines.
  slide.addText(message, { placeholder: "title", ...(message.length > 100 && { fontSize: 20 }) });
  const width = (WIDTH - BETWEEN * (parts.length - 1)) / Math.max(1, parts.length);
  parts.forEach((part, index) => {
    addPart(slide, part, { x: LEFT + index * (width + BETWEEN), y: TOP, w: width, h: HEIGHT });
  });
  slide.addNotes(notes.map(slideText).join("\n"));
}

type Place = { x: number; y: number; w: number; h: number };

function addPart(slide: PptxGenJS.Slide, part: SlidePart, place: Place): void {
  switch (part.kind) {
    case "list":
      slide.addText(
        part.items.map((item) => ({
          text: slideText(item),
          options: { bullet: { indent: 18 }, breakLine: true, paraSpaceAfter: 8 },
        })),
        {
          ...place,
          ...words,
          fontSize: sizeFor(part.items.join(" ").length, place.w),
          valign: "top",
          margin: 0,
        },
      );
      return;
    case "table":
      return addTable(slide, part, place);
    case "chart":
      return addChart(slide, part.chart, place);
  }
}

/** Long lists are set smaller, so that they stay on the slide; never below 12 points. */
function sizeFor(characters: number, width: number): number {
  const perWidth = characters / width;
  if (perWidth < 45) return 20;
  if (perWidth < 70) return 18;
  if (perWidth < 110) return 15;
  return 12;
}

function addTable(slide: PptxGenJS.Slide, table: Extract<SlidePart, { kind: "table" }>, { x, y, w }: Place) {
  const whole = table.columns.reduce((sum, { share }) => sum + share, 0);
  const fontSize = table.rows.length > 9 ? 11 : 13;
  const cell = { ...words, fontSize, valign: "top" as const, margin: [0.04, 0.08, 0.04, 0.08] as never };
  slide.addTable(
    [
      table.columns.map(({ header }) => ({
        text: slideText(header),
        options: { ...cell, bold: true, fill: { color: SHADE } },
      })),
      ...table.rows.map((row) => row.map((text) => ({ text: slideText(text), options: cell }))),
    ],
    {
      ...{ x, y, w, colW: table.columns.map(({ share }) => (share / whole) * w) },
      border: { type: "solid", pt: 0.5, color: RULE },
    },
  );
}

/** The first bar on top. The library takes the word, though its types know only the other. */
const TOP_DOWN = "maxMin" as "minMax";

const chartTypes = { bars: "bar", columns: "bar", radar: "radar", line: "line" } as const;

function addChart(slide: PptxGenJS.Slide, chart: SlideChart, place: Place): void {
  const { kind, alt, categories, series, scale } = chart;
  const labels = categories.map((name) => spreadsheetText(slideText(name)));
  slide.addChart(
    chartTypes[kind] as PptxGenJS.CHART_NAME,
    // The types know no gap; a null leaves the cell of the workbook empty and the point out.
    series.map(({ name, values }) => ({
      name: spreadsheetText(slideText(name)),
      labels,
      values: values as number[],
    })),
    {
      ...place,
      ...{
        altText: slideText(alt),
        chartColors: SERIES.slice(0, series.length),
        valGridLine: { color: SHADE, size: 0.75 },
      },
      ...{ catAxisLabelFontFace: "Arial", catAxisLabelFontSize: 11 },
      ...{ valAxisLabelFontFace: "Arial", valAxisLabelFontSize: 10 },
      ...(scale
        ? { valAxisMinVal: scale.from, valAxisMaxVal: scale.to, valAxisMajorUnit: 1 }
        : { valAxisLabelFormatCode: "#,##0" }),
      ...{ showLegend: series.length > 1, legendPos: "b", legendFontFace: "Arial", legendFontSize: 11 },
      ...(kind !== "radar" && {
        ...{ showValue: true, dataLabelFontSize: 11, dataLabelFontFace: "Arial" },
        dataLabelFormatCode: scale ? "0.0" : "#,##0",
      }),
      ...(kind === "bars" && { barDir: "bar", catAxisOrientation: TOP_DOWN, barGapWidthPct: 40 }),
      ...(kind === "columns" && { barDir: "col", barGapWidthPct: 80 }),
      ...(kind === "line" && { lineDataSymbolSize: 9, dataLabelPosition: "t" }),
      ...(kind === "radar" && { radarStyle: "marker" }),
    },
  );
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
