import type PptxGenJS from "pptxgenjs";
import { type SlideChart, type SlidePart, slideText, type SlideTable, type StageBand } from "./deck";
import { CELL, ITEM, listSize, tableFit } from "./deck-fit";
import { BLUE, PALE, PAPER, RULE, SERIES, SHADE, words } from "./deck-look";
import { spreadsheetText } from "./spreadsheet-text";

/** Where a piece stands on a slide, in inches. */
export type Place = { x: number; y: number; w: number; h: number };

/** How tall the row of stages is with the words below it. */
export const BAND = 1.45;

const BETWEEN = 0.45;
const HEADING = 0.45;

/** Puts pieces side by side, as wide against each other as their shares. */
export function addParts(slide: PptxGenJS.Slide, parts: readonly SlidePart[], place: Place): void {
  const whole = parts.reduce((sum, { share = 1 }) => sum + share, 0);
  const room = place.w - BETWEEN * (parts.length - 1);
  let { x } = place;
  for (const part of parts) {
    const w = ((part.share ?? 1) / whole) * room;
    addPart(slide, part, { ...place, x, w });
    x += w + BETWEEN;
  }
}

function addPart(slide: PptxGenJS.Slide, part: SlidePart, place: Place): void {
  switch (part.kind) {
    case "list":
      return addList(slide, part, place);
    case "table":
      return addTable(slide, part, place);
    case "chart":
      return addChart(slide, part.chart, place);
  }
}

function addList(
  slide: PptxGenJS.Slide,
  { heading, items }: Extract<SlidePart, { kind: "list" }>,
  place: Place,
): void {
  const under = heading === undefined ? place : { ...place, y: place.y + HEADING, h: place.h - HEADING };
  if (heading !== undefined) {
    const options = { ...words, color: BLUE, bold: true, valign: "top" as const, margin: 0 };
    const fontSize = listSize([heading], { w: place.w, h: HEADING }) > 18 ? 18 : 15;
    slide.addText(slideText(heading), { ...place, h: HEADING, ...options, fontSize });
  }
  slide.addText(
    items.map((item) => ({
      text: slideText(item),
      options: { bullet: { indent: ITEM.indent }, breakLine: true, paraSpaceAfter: ITEM.after },
    })),
    { ...under, ...words, fontSize: listSize(items, under), valign: "top", margin: 0 },
  );
}

function addTable(slide: PptxGenJS.Slide, table: SlideTable, place: Place): void {
  const { columns, rows, shaded } = table;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const { size: fontSize, rowHeight } = tableFit(table, place);
  const margin = [CELL.above, CELL.beside, CELL.above, CELL.beside] as never;
  const cell = { ...words, fontSize, valign: "middle" as const, margin };
  slide.addTable(
    [
      columns.map(({ header }) => ({
        text: slideText(header),
        options: { ...cell, bold: true, fill: { color: SHADE } },
      })),
      ...rows.map((row, down) =>
        row.map((text, across) => ({
          text: slideText(text),
          options: { ...cell, ...(shaded?.(down, across) && { fill: { color: PALE }, bold: true }) },
        })),
      ),
    ],
    {
      x: place.x,
      y: place.y,
      w: place.w,
      rowH: rowHeight,
      colW: columns.map(({ share }) => (share / whole) * place.w),
      border: { type: "solid", pt: 0.5, color: RULE },
    },
  );
}

/** The stages as arrows in a row: those reached are filled, those still possible have a dashed edge. */
export function addBand(slide: PptxGenJS.Slide, { stages, low, high, text }: StageBand, place: Place): void {
  const wide = place.w / stages.length;
  stages.forEach((name, index) => {
    const stage = index + 1;
    const held = stage <= low;
    slide.addText(slideText(`${stage} ${name}`), {
      shape: "homePlate",
      x: place.x + index * wide,
      y: place.y,
      w: wide - 0.06,
      h: 0.75,
      ...words,
      align: "center",
      valign: "middle",
      margin: 0,
      bold: stage === low,
      fontSize: wide < 2 ? 12 : 16,
      color: held ? PAPER : words.color,
      fill: { color: held ? (stage === low ? BLUE : (SERIES[0] ?? BLUE)) : PAPER },
      line: {
        color: held ? BLUE : RULE,
        width: stage === low ? 2 : 1,
        ...(!held && stage <= high && { color: BLUE, dashType: "dash" as const }),
      },
    });
  });
  slide.addText(slideText(text), {
    x: place.x,
    y: place.y + 0.85,
    w: place.w,
    h: 0.4,
    ...words,
    fontSize: 18,
    bold: true,
    valign: "middle",
    margin: 0,
  });
}

/** The first bar on top. The library takes the word, though its types know only the other. */
const TOP_DOWN = "maxMin" as "minMax";

const chartTypes = { bars: "bar", columns: "bar", radar: "radar", line: "line" } as const;
const POUNDS = '"£"#,##0';

function addChart(slide: PptxGenJS.Slide, chart: SlideChart, place: Place): void {
  const { kind, alt, categories, series, scale } = chart;
  const labels = categories.map((name) => spreadsheetText(slideText(name)));
  const size = categories.length > 8 ? 12 : 14;
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
      altText: slideText(alt),
      chartColors: SERIES.slice(0, series.length),
      valGridLine: { color: SHADE, size: 0.75 },
      catAxisLabelFontFace: words.fontFace,
      catAxisLabelFontSize: size,
      valAxisLabelFontFace: words.fontFace,
      valAxisLabelFontSize: 12,
      ...(scale
        ? { valAxisMinVal: scale.from, valAxisMaxVal: scale.to, valAxisMajorUnit: 1 }
        : { valAxisLabelFormatCode: POUNDS }),
      showLegend: series.length > 1,
      legendPos: "b",
      legendFontFace: words.fontFace,
      legendFontSize: 12,
      ...(kind !== "radar" && {
        showValue: true,
        dataLabelFontSize: 14,
        dataLabelFontFace: words.fontFace,
        dataLabelFormatCode: scale ? "0.0" : POUNDS,
      }),
      ...(kind === "bars" && { barDir: "bar", catAxisOrientation: TOP_DOWN, barGapWidthPct: 40 }),
      ...(kind === "columns" && { barDir: "col", barGapWidthPct: 80 }),
      ...(kind === "line" && { lineDataSymbolSize: 10, lineSize: 3, dataLabelPosition: "t" }),
      ...(kind === "radar" && { radarStyle: "marker" }),
    },
  );
}
