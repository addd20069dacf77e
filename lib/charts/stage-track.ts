import { drawing, hatched, ink, widthFor, type DrawingOptions } from "./drawing";
import { element, text } from "./svg";
import { linesOf } from "./words";

export type StageTrackData = {
  /** Names of the stages, the first first. */
  stages: readonly string[];
  /** The stage held, counted from 1, as bounds; equal once every answer is in. */
  low: number;
  high: number;
  /** How many conditions of the next stage are unmet, and of how many; null at the top. */
  distance: { unmet: number; of: number } | null;
};

const stepHeight = 44;
const size = 14;

/** Where a trust stands on the way through the stages, and how much of the next one is done. */
export function stageTrack(data: StageTrackData, options: DrawingOptions): string {
  const width = widthFor(options);
  const count = Math.max(1, data.stages.length);
  const low = Math.min(count, Math.max(1, Math.round(data.low)));
  const high = Math.min(count, Math.max(low, Math.round(data.high)));
  const stepWidth = width / count;
  const named = stepWidth >= 100;
  const steps = data.stages.map((name, index) =>
    step({ name, stage: index + 1, low, high, x: index * stepWidth, stepWidth, named, id: options.id }),
  );
  let y = stepHeight + 8;
  const here = held(data.stages, low, high);
  const lines = linesOf(here, width, 16, 3).map((words, index) =>
    text(words, { x: 0, y: y + 18 + index * 21, size: 16, weight: "bold" }),
  );
  y += 21 * lines.length + 8;
  const next = data.distance && low < count ? way(data.distance, data.stages[low] ?? "", width, y) : null;
  return drawing(options, y + (next?.height ?? 0) + 4, ...steps, ...lines, next?.markup ?? "");
}

/** "Stage 2: Developing", or the stages it could be. */
function held(stages: readonly string[], low: number, high: number): string {
  const name = (stage: number) => stages[stage - 1] ?? "";
  return low === high
    ? `Stage ${low}: ${name(low)}`
    : `Stage ${low} to ${high}: ${name(low)} to ${name(high)}, not final`;
}

function step(of: {
  name: string;
  stage: number;
  low: number;
  high: number;
  x: number;
  stepWidth: number;
  named: boolean;
  id: string;
}): string {
  const { name, stage, low, high, x, stepWidth, named, id } = of;
  const reached = stage <= low;
  const possible = !reached && stage <= high;
  const point = 10;
  const right = x + stepWidth - 3;
  const middle = stepHeight / 2;
  const shape = element("path", {
    d: `M${x} 1H${right - point}L${right} ${middle}L${right - point} ${stepHeight - 1}H${x}L${x + point} ${middle}Z`,
    fill: reached ? (stage === low ? ink.solid : ink.bright) : possible ? hatched(id) : ink.paper,
    stroke: reached ? ink.solid : ink.line,
    "stroke-width": stage === low ? 2 : 1,
  });
  const centre = x + (stepWidth - 3) / 2 + 2;
  const fill = reached ? ink.paper : ink.text;
  const words = linesOf(
    named ? `${stage} ${name}` : String(stage),
    stepWidth - 2 * point - 2,
    named ? 13 : size,
    2,
  );
  const first = middle + 5 - ((words.length - 1) * 17) / 2;
  const label = words.map((line, index) =>
    text(line, {
      x: centre,
      y: first + index * 17,
      size: named ? 13 : size,
      anchor: "middle",
      weight: stage === low ? "bold" : undefined,
      fill,
    }),
  );
  const plate = possible
    ? element("rect", {
        x: x + point + 2,
        y: 8,
        width: stepWidth - 2 * point - 7,
        height: 28,
        fill: ink.paper,
      })
    : "";
  return shape + plate + label.join("");
}

// One box for each condition of the next stage: the met ones filled.
function way(distance: { unmet: number; of: number }, next: string, width: number, y: number) {
  const of = Math.max(1, Math.floor(distance.of));
  const unmet = Math.min(of, Math.max(0, Math.floor(distance.unmet)));
  const words = `${unmet} of ${of} conditions left to ${next}`;
  const lines = linesOf(words, width, size, 2);
  const boxesTop = y + lines.length * 18 + 6;
  const boxWidth = Math.min(24, (width - 2) / of);
  const boxes = Array.from({ length: of }, (_, index) =>
    element("rect", {
      x: 1 + index * boxWidth,
      y: boxesTop,
      width: Math.max(1, boxWidth - 2),
      height: 14,
      fill: index < of - unmet ? ink.solid : ink.paper,
      stroke: index < of - unmet ? ink.solid : ink.quiet,
    }),
  );
  const said = lines.map((line, index) => text(line, { x: 0, y: y + 14 + index * 18, size }));
  return { markup: said.join("") + boxes.join(""), height: boxesTop - y + 18 };
}
