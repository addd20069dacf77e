import { scaleLinear } from "d3-scale";
import { drawing, emptyDrawing, hatched, ink, onPaper, widthFor, type DrawingOptions } from "./drawing";
import { boxMark, legend, type LegendItem } from "./legend";
import { element, text } from "./svg";
import { linesOf, widthOf } from "./words";

export type TimelineRow = {
  label: string;
  /** The heading it stands under; said once for rows that follow each other. */
  group: string;
  /** Days written 2027-03-31; without a start only its end is marked. */
  from: string | null;
  to: string;
  standing: "planned" | "under_way" | "finished" | "late";
};

const size = 13;
const line = 17;
const barHeight = 14;
const rowGap = 10;

/** Work from start to due day, one row each, under its group; a line marks `today`. */
export function timeline(rows: readonly TimelineRow[], options: DrawingOptions, today: string): string {
  const dated = rows.flatMap((row) => {
    const to = Date.parse(row.to);
    if (!Number.isFinite(to)) return [];
    const from = row.from === null ? Number.NaN : Date.parse(row.from);
    return [{ ...row, end: to, start: Number.isFinite(from) ? Math.min(from, to) : to }];
  });
  if (dated.length === 0) return emptyDrawing(options);
  const width = widthFor(options);
  const stacked = width < 480;
  const left = stacked ? 0 : Math.round(width * 0.4);
  const now = Date.parse(today);
  const moments = dated.flatMap(({ start, end }) => [start, end]).concat(Number.isFinite(now) ? [now] : []);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([left + 8, width - 10]);
  const parts: string[] = [];
  let y = 30;
  let group = "";
  for (const row of dated) {
    if (row.group !== group) {
      group = row.group;
      const [words = ""] = linesOf(group, width, 14, 1);
      parts.push(onPaper(words, { x: 0, y: y + 14, size: 14, weight: "bold" }));
      y += 28;
    }
    const lines = linesOf(row.label, stacked ? width : left - 12, size, 2);
    lines.forEach((words, index) => parts.push(onPaper(words, { x: 0, y: y + 11 + index * line, size })));
    const barTop = stacked ? y + lines.length * line : y;
    parts.push(bar(row, barTop, x, options.id));
    y = Math.max(barTop + barHeight, y + lines.length * line) + rowGap;
  }
  const bottom = y;
  const marks = [
    ...yearLines(first, last, x, { bottom, width }),
    ...(Number.isFinite(now) ? [todayLine(x(now), bottom, width)] : []),
  ];
  const key = legend(legendOf(dated, options.id), width, bottom + 4);
  return drawing(options, bottom + 8 + key.height, ...marks, ...parts, key.markup);
}

type Dated = TimelineRow & { start: number; end: number };

const fills = (id: string): Record<TimelineRow["standing"], string> => ({
  planned: ink.paper,
  under_way: hatched(id),
  finished: ink.solid,
  late: ink.text,
});

function bar({ start, end, standing }: Dated, y: number, x: (at: number) => number, id: string): string {
  const from = x(start);
  const wide = Math.max(6, x(end) - from);
  const fill = fills(id)[standing];
  return element("rect", {
    x: Math.max(0, x(end) - wide),
    y,
    width: wide,
    height: barHeight,
    fill,
    stroke: standing === "late" ? ink.text : ink.bright,
    "stroke-width": 1.5,
  });
}

/** Where calendar years begin, behind the bars; named where their names have room. */
function yearLines(
  first: number,
  last: number,
  x: (at: number) => number,
  { bottom, width }: { bottom: number; width: number },
): string[] {
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const step = Math.max(1, Math.ceil((to - from + 1) / 12));
  const wide = widthOf("2000", 12);
  const lines: string[] = [];
  let named = 0;
  for (let year = from; year <= to; year += step) {
    const at = x(Date.UTC(year, 0, 1));
    lines.push(element("line", { x1: at, y1: 20, x2: at, y2: bottom, stroke: ink.faint }));
    if (at < named || at + 3 + wide > width) continue;
    lines.push(text(String(year), { x: at + 3, y: 12, size: 12, fill: ink.quiet }));
    named = at + wide + 8;
  }
  return lines;
}

function todayLine(at: number, bottom: number, width: number): string {
  const words = "Today";
  const half = widthOf(words, 12) / 2;
  const middle = Math.min(Math.max(at, half), width - half);
  return (
    element("line", {
      x1: at,
      y1: 28,
      x2: at,
      y2: bottom,
      stroke: ink.text,
      "stroke-width": 2,
      "stroke-dasharray": "4 3",
    }) + text(words, { x: middle, y: 26, size: 12, anchor: "middle", weight: "bold" })
  );
}

function legendOf(rows: readonly Dated[], id: string): LegendItem[] {
  const fill = fills(id);
  const names = {
    planned: "Not started",
    under_way: "Under way",
    finished: "Finished",
    late: "Late",
  } as const;
  return (Object.keys(names) as (keyof typeof names)[])
    .filter((standing) => rows.some((row) => row.standing === standing))
    .map((standing) => ({
      mark: boxMark(fill[standing], standing === "late" ? ink.text : ink.bright, 1.5),
      words: names[standing],
    }));
}
