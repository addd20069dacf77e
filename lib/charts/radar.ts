import { drawing, emptyDrawing, hatched, ink, widthFor, type DrawingOptions } from "./drawing";
import { range, within } from "./figures";
import { boxMark, legend, lineMark, type LegendItem } from "./legend";
import { element, text } from "./svg";
import { linesOf, widthOf } from "./words";

export type RadarAxis = {
  /** Short: a number or a letter, used where names do not fit. */
  key: string;
  label: string;
  /** The score as bounds, null where the axis does not apply. */
  low: number | null;
  high: number | null;
  /** The score it is held against: an earlier round, a target. */
  comparison?: number | null;
};

export type RadarData = {
  axes: readonly RadarAxis[];
  /** What the solid shape is, "2026/27". */
  name: string;
  /** What the dashed outline is, "2025/26". */
  comparisonName?: string;
};

type Point = { x: number; y: number };

const size = 13;
// There is no level below 1.
const LEAST = 1;
const MOST = 5;
const SPAN = MOST - LEAST;

/** Scores from 1 at the centre to 5 at the edge, on axes around it; each axis says its name and score. Always beside its table. */
export function radar({ axes, name, comparisonName }: RadarData, options: DrawingOptions): string {
  if (axes.length < 3) return emptyDrawing(options);
  const width = widthFor(options);
  const named = width >= 440;
  const radius = named ? Math.min(150, width * 0.25) : Math.min(110, width / 2 - 40);
  const centre: Point = { x: width / 2, y: radius + (named ? 48 : 30) };
  const at = (index: number, value: number): Point => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    const reach = ((value - LEAST) / SPAN) * radius;
    return { x: centre.x + Math.cos(angle) * reach, y: centre.y + Math.sin(angle) * reach };
  };
  const shapes = shapesOf(axes, at, options.id, Boolean(comparisonName));
  const parts = [web(axes.length, centre, radius, at), ...shapes];
  // The widest words that still end within the drawing: the furthest axes reach a radius to either side.
  const room = named ? Math.min(128, width / 2 - radius - 14) : 0;
  parts.push(
    ...axes.map((axis, index) =>
      label(axis, at(index, MOST + (SPAN * (named ? 12 : 18)) / radius), centre, room),
    ),
  );
  let y = centre.y + radius + (named ? 46 : 34);
  const key = legend(legendOf(axes, name, comparisonName, options.id), width, y);
  parts.push(key.markup);
  y += key.height + 6;
  if (!named) {
    for (const axis of axes) {
      const room = width - widthOf(scoreOf(axis), size) - 12;
      const lines = linesOf(`${axis.key} ${axis.label}`, room, size, 2);
      lines.forEach((words, index) => parts.push(text(words, { x: 0, y: y + 14 + index * 16, size })));
      parts.push(text(scoreOf(axis), { x: width, y: y + 14, size, anchor: "end", weight: "bold" }));
      y += 4 + lines.length * 16;
    }
  }
  return drawing(options, y + 4, ...parts);
}

function web(
  count: number,
  centre: Point,
  radius: number,
  at: (index: number, value: number) => Point,
): string {
  const spokes = Array.from({ length: count }, (_, index) => {
    const end = at(index, MOST);
    return element("line", { x1: centre.x, y1: centre.y, x2: end.x, y2: end.y, stroke: ink.faint });
  });
  const rings = [2, 3, 4, 5].map((level) => {
    const r = ((level - LEAST) / SPAN) * radius;
    const stroke = level === MOST ? ink.line : ink.faint;
    return element("circle", { cx: centre.x, cy: centre.y, r, fill: "none", stroke });
  });
  return [...spokes, ...rings].join("");
}

function shapesOf(
  axes: readonly RadarAxis[],
  at: (index: number, value: number) => Point,
  id: string,
  compared: boolean,
): string[] {
  const pointsOf = (value: (axis: RadarAxis) => number | null | undefined) =>
    axes.flatMap((axis, index) => {
      const score = within(value(axis), LEAST, MOST);
      return score === null ? [] : [at(index, score)];
    });
  const outline = (points: readonly Point[]) => points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
  const low = pointsOf((axis) => axis.low);
  const high = pointsOf((axis) => axis.high ?? axis.low);
  const before = compared ? pointsOf((axis) => axis.comparison) : [];
  const open = axes.some((axis) => isOpen(axis));
  return [
    open ? element("polygon", { points: outline(high), fill: hatched(id), "fill-opacity": 0.5 }) : "",
    element("polygon", {
      points: outline(low),
      fill: open ? ink.paper : ink.bright,
      "fill-opacity": open ? 0.75 : 0.15,
      stroke: ink.solid,
      "stroke-width": 2.5,
    }),
    before.length > 2
      ? element("polygon", {
          points: outline(before),
          fill: "none",
          stroke: ink.text,
          "stroke-width": 1.5,
          "stroke-dasharray": "5 4",
        })
      : "",
    ...low.map(({ x, y }) => element("circle", { cx: x, cy: y, r: 3.5, fill: ink.solid })),
  ];
}

function isOpen({ low, high }: RadarAxis): boolean {
  return low !== null && high !== null && high > low;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

// Left of the centre words end at the axis, right of it they begin there, above and below they sit in the middle.
function label(axis: RadarAxis, place: Point, centre: Point, room: number): string {
  if (room === 0)
    return text(axis.key, { x: place.x, y: place.y + 5, size, anchor: "middle", weight: "bold" });
  const [across, down] = [place.x - centre.x, place.y - centre.y];
  const anchor = Math.abs(across) < 10 ? "middle" : across > 0 ? "start" : "end";
  // To the sides there is room for a third line.
  const most = Math.abs(across) > Math.abs(down) ? 3 : 2;
  const lines = [...linesOf(axis.label, room, size, most), scoreOf(axis)];
  // From all lines above the end of the axis, at the top, to all below it, at the bottom.
  const lift = ((lines.length - 1) * (1 - down / Math.hypot(across, down))) / 2;
  return lines
    .map((words, index) =>
      text(words, {
        x: place.x,
        y: place.y + 4 + (index - lift) * 15,
        size,
        anchor,
        weight: index === lines.length - 1 ? "bold" : undefined,
      }),
    )
    .join("");
}

function scoreOf({ low, high }: RadarAxis): string {
  const least = within(low, LEAST, MOST);
  if (least === null) return "–";
  return range(least, Math.max(least, within(high, LEAST, MOST) ?? least), "score");
}

function legendOf(
  axes: readonly RadarAxis[],
  name: string,
  comparisonName: string | undefined,
  id: string,
): LegendItem[] {
  const items: LegendItem[] = [{ mark: lineMark(ink.solid), words: name }];
  if (axes.some((axis) => isOpen(axis))) {
    items.push({ mark: boxMark(hatched(id), ink.line), words: "Possible once answered" });
  }
  if (comparisonName) items.push({ mark: lineMark(ink.text, "5 4"), words: comparisonName });
  return items;
}
