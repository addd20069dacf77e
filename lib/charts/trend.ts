import { scaleLinear } from "d3-scale";
import { line as path } from "d3-shape";
import { drawing, emptyDrawing, ink, onPaper, widthFor, type DrawingOptions } from "./drawing";
import { figure, within } from "./figures";
import { legend, type LegendItem } from "./legend";
import { element, text } from "./svg";
import { cutTo, widthOf } from "./words";

export type TrendPoint = {
  /** The day, "2026-04-06"; it places the point. */
  at: string;
  /** The day in words, as people read it. */
  label: string;
  low: number;
  high: number;
  /** A checkpoint is not signed off: its point is hollow. What is projected is a square, and a broken line leads there. */
  kind: "signed_off" | "checkpoint" | "projected";
  /** Set where the framework changed before this point, in a few words: figures on both sides do not compare. */
  breakBefore?: string;
};

type Placed = TrendPoint & { x: number; y: number; value: number };

const plotHeight = 200;
const top = 34;
const size = 13;

/** A score over time, from 1 to 5. The line stops where the framework changed. */
export function trend(points: readonly TrendPoint[], options: DrawingOptions): string {
  const width = widthFor(options);
  const y = scaleLinear()
    .domain([1, 5])
    .range([top + plotHeight, top]);
  const placed = place(points, width, y);
  if (placed.length === 0) return emptyDrawing(options);
  const parts = [rules(width, y), ...breaks(placed, width)];
  parts.push(...lines(placed), ...placed.map(dot), ...valueLabels(placed), ...dayLabels(placed, width));
  const key = legend(legendOf(placed), width, top + plotHeight + 28);
  return drawing(options, top + plotHeight + 32 + key.height, ...parts, key.markup);
}

function place(points: readonly TrendPoint[], width: number, y: (value: number) => number): Placed[] {
  const dated = points
    .map((point) => ({ point, time: Date.parse(point.at), value: within(point.low, 1, 5) }))
    .filter(({ time, value }) => Number.isFinite(time) && value !== null)
    .sort((one, other) => one.time - other.time);
  const times = dated.map(({ time }) => time);
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 1];
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([46, width - 30]);
  return dated.map(({ point, time, value }) => ({
    ...point,
    x: x(time),
    y: y(value ?? 1),
    value: value ?? 1,
  }));
}

function rules(width: number, y: (value: number) => number): string {
  return [1, 2, 3, 4, 5]
    .map(
      (level) =>
        element("line", { x1: 24, y1: y(level), x2: width, y2: y(level), stroke: ink.faint }) +
        text(String(level), { x: 8, y: y(level) + 4.5, size, fill: ink.quiet }),
    )
    .join("");
}

/** Where the line breaks: half way between the points of two versions. */
function breakLines(placed: readonly Placed[]): number[] {
  return placed.flatMap((point, index) => {
    const before = placed[index - 1];
    return point.breakBefore && before ? [(before.x + point.x) / 2] : [];
  });
}

function breaks(placed: readonly Placed[], width: number): string[] {
  const said = placed.slice(1).flatMap(({ breakBefore }) => breakBefore ?? []);
  return breakLines(placed).flatMap((x, index) => {
    const label = cutTo(said[index] ?? "", width - 8, 12);
    const half = widthOf(label, 12) / 2;
    const words = Math.min(Math.max(x, half + 2), Math.max(half + 2, width - half - 2));
    return [
      element("line", {
        x1: x,
        y1: top - 12,
        x2: x,
        y2: top + plotHeight,
        stroke: ink.text,
        "stroke-width": 2,
        "stroke-dasharray": "6 4",
      }) + text(label, { x: words, y: top - 18, size: 12, anchor: "middle" }),
    ];
  });
}

function lines(placed: readonly Placed[]): string[] {
  const runs: Placed[][] = [];
  for (const point of placed) {
    const run = runs.at(-1);
    if (!run || point.breakBefore) runs.push([point]);
    else run.push(point);
  }
  const draw = path<Placed>(
    ({ x }) => x,
    ({ y }) => y,
  );
  const stroke = (run: readonly Placed[], dash?: string) =>
    run.length < 2
      ? []
      : element("path", {
          d: draw([...run]) ?? "",
          fill: "none",
          stroke: ink.solid,
          "stroke-width": 2.5,
          "stroke-dasharray": dash,
        });
  return runs.flatMap((run) => {
    const projected = run.findIndex(({ kind }) => kind === "projected");
    if (projected < 0) return stroke(run);
    return [
      ...[stroke(run.slice(0, projected))].flat(),
      ...[stroke(run.slice(Math.max(0, projected - 1)), "7 5")].flat(),
    ];
  });
}

function dot({ x, y, low, high, kind }: Placed): string {
  const up = high > low ? top + plotHeight - ((Math.min(5, high) - 1) / 4) * plotHeight : y;
  const spread =
    up < y
      ? element("line", { x1: x, y1: y, x2: x, y2: up, stroke: ink.solid, "stroke-width": 2 }) +
        element("line", { x1: x - 5, y1: up, x2: x + 5, y2: up, stroke: ink.solid, "stroke-width": 2 })
      : "";
  if (kind === "projected") return spread + square(x, y);
  const hollow = kind === "checkpoint";
  return (
    spread +
    element("circle", {
      cx: x,
      cy: y,
      r: 6,
      fill: hollow ? ink.paper : ink.solid,
      stroke: ink.solid,
      "stroke-width": 2.5,
    })
  );
}

function square(x: number, y: number): string {
  return element("rect", {
    x: x - 5,
    y: y - 5,
    width: 10,
    height: 10,
    fill: ink.paper,
    stroke: ink.solid,
    "stroke-width": 2.5,
  });
}

/**
 * On paper of their own, since a line that rises steeply would run through them. Where points crowd, a figure that would
 * stand on another point or on a break is left to the table; the last, where it all leads, goes above its point then.
 */
function valueLabels(placed: readonly Placed[]): string[] {
  const half = 15;
  const onBreak = (point: Placed) => breakLines(placed).some((x) => Math.abs(x - point.x) < half);
  const isFree = (point: Placed, side: 1 | -1) =>
    !placed.some(({ x, y }) => {
      const away = side * (y - point.y);
      return Math.abs(x - point.x) < half + 8 && away > 4 && away < 36;
    });
  const labels = placed.flatMap((point) => {
    const { x, y, value } = point;
    const label = { words: figure(value, "score"), x, half };
    if (onBreak(point)) return [];
    if (isFree(point, 1)) return [{ ...label, y: y + 24 }];
    return point === placed.at(-1) && isFree(point, -1) ? [{ ...label, y: y - 14 }] : [];
  });
  return spaced(labels).map(({ words, x, y }) =>
    onPaper(words, { x, y, size, anchor: "middle", weight: "bold" }),
  );
}

function dayLabels(placed: readonly Placed[], width: number): string[] {
  const labels = placed.map(({ x, label }) => {
    const day = cutTo(label, width - 8, 12);
    const half = widthOf(day, 12) / 2;
    return { words: day, x: Math.min(Math.max(x, half), width - half), half: half + 5 };
  });
  const y = top + plotHeight + 20;
  return spaced(labels).map(({ words, x }) =>
    text(words, { x, y, size: 12, anchor: "middle", fill: ink.quiet }),
  );
}

/** Those that have room: the last always, then from the right. */
function spaced<Label extends { x: number; half: number }>(labels: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of [...labels].reverse()) {
    const next = kept[0];
    if (!next || label.x + label.half <= next.x - next.half) kept.unshift(label);
  }
  return kept;
}

function legendOf(placed: readonly Placed[]): LegendItem[] {
  const mark = (fill: string) => (x: number, y: number) =>
    element("circle", { cx: x + 8, cy: y + 6, r: 5, fill, stroke: ink.solid, "stroke-width": 2.5 });
  const items: LegendItem[] = [];
  if (placed.some(({ kind }) => kind === "signed_off"))
    items.push({ mark: mark(ink.solid), words: "Signed off" });
  if (placed.some(({ kind }) => kind === "checkpoint")) {
    items.push({ mark: mark(ink.paper), words: "Not signed off" });
  }
  if (placed.some(({ kind }) => kind === "projected")) {
    items.push({ mark: (x, y) => square(x + 8, y + 6), words: "Once the plan is done by then" });
  }
  return items;
}
