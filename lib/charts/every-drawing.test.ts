import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bars } from "./bars";
import type { DrawingOptions } from "./drawing";
import { heatMap } from "./heat-map";
import { ladder } from "./ladder";
import { radar } from "./radar";
import { allOf, readMarkup, type Node } from "./read-markup";
import { stageTrack } from "./stage-track";
import { timeline } from "./timeline";
import { trend } from "./trend";
import { widthOf } from "./words";

const hostile = [
  `</text></svg><script>alert(1)</script>`,
  `" onload="alert(1)`,
  `'><img src=x onerror=alert(1)>`,
  `&lt;b&gt; & &amp; ]]> <!-- -->`,
  `Nul \u0000 bell \u0007 escape \u001b half \ud800 end \uffff`,
  `\u202eright to left\u202c and 👩🏽‍⚕️ and 電子カルテ`,
  `Averyveryveryveryveryveryveryveryveryveryveryveryverylongwordwithoutanyplacetobreakit`,
  ``,
  `   `,
];

const anyWords = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
);
const anyFigure = fc.oneof(
  fc.constantFrom(1, 2, 3, 4, 5),
  fc.double({ min: 1, max: 5, noNaN: true }),
  fc.constantFrom(-3, 0, 9, Number.NaN, Number.POSITIVE_INFINITY),
);
const figureOrNone = fc.option(anyFigure, { nil: null });
const bounds = { label: anyWords, low: figureOrNone, high: figureOrNone, target: figureOrNone };
const options: fc.Arbitrary<DrawingOptions> = fc.record({
  id: fc.constant("chart-1"),
  width: fc.constantFrom(240, 262, 592, 924),
  title: anyWords,
  description: anyWords,
});

const drawings: Record<string, fc.Arbitrary<string>> = {
  ladder: fc
    .tuple(fc.array(fc.record(bounds), { maxLength: 12 }), options)
    .map(([rows, o]) => ladder(rows, o)),
  bars: fc.tuple(fc.array(fc.record(bounds), { maxLength: 12 }), options).map(([rows, o]) => bars(rows, o)),
  radar: fc
    .tuple(
      fc.array(fc.record({ ...bounds, key: fc.constantFrom("1", "12"), comparison: figureOrNone }), {
        maxLength: 14,
      }),
      anyWords,
      options,
    )
    .map(([axes, name, o]) => radar({ axes, name, comparisonName: name || undefined }, o)),
  stageTrack: fc
    .tuple(
      fc.array(anyWords, { minLength: 1, maxLength: 6 }),
      fc.record({
        low: anyFigure,
        high: anyFigure,
        unmet: fc.integer({ min: 0, max: 40 }),
        of: fc.integer(),
      }),
      options,
    )
    .map(([stages, { low, high, unmet, of }, o]) =>
      stageTrack({ stages, low, high, distance: { unmet, of: Math.min(of, 40) } }, o),
    ),
  trend: fc
    .tuple(
      fc.array(
        fc.record({
          at: fc.constantFrom("2024-03-31", "2025-03-31", "2026-04-06", "not a day"),
          label: anyWords,
          low: anyFigure,
          high: anyFigure,
          kind: fc.constantFrom("signed_off" as const, "checkpoint" as const, "projected" as const),
          breakBefore: fc.option(anyWords, { nil: undefined }),
        }),
        { maxLength: 12 },
      ),
      options,
    )
    .map(([points, o]) => trend(points, o)),
  timeline: fc
    .tuple(
      fc.array(
        fc.record({
          label: anyWords,
          group: fc.constantFrom("Phase 1", "Phase 2"),
          from: fc.constantFrom(null, "2024-03-31", "2027-01-04", "not a day"),
          to: fc.constantFrom("2024-01-01", "2028-03-31", "9999-12-31", "not a day"),
          standing: fc.constantFrom("planned", "under_way", "finished", "late"),
        }),
        { maxLength: 12 },
      ),
      options,
      fc.constantFrom("2026-11-23", "not a day"),
    )
    .map(([rows, o, today]) => timeline(rows, o, today)),
  heatMap: fc
    .tuple(
      fc.array(anyWords, { maxLength: 30 }),
      fc.array(fc.record({ label: anyWords, values: fc.array(figureOrNone, { maxLength: 30 }) }), {
        maxLength: 8,
      }),
      options,
    )
    .map(([columns, rows, o]) => heatMap({ columns, rows }, o)),
};

const known = new Set("svg title desc defs pattern rect text line circle polygon path g".split(" "));

describe.each(Object.entries(drawings))(
  "%s, whatever people typed and whatever the figures are",
  (_, drawing) => {
    test("is well-formed, holds only shapes and words, and needs no style sheet", () => {
      fc.assert(
        fc.property(drawing, (markup) => {
          const nodes = allOf(readMarkup(markup));
          const attributes = new Set(nodes.flatMap((node) => Object.keys(node.attributes)));
          expect(nodes.filter(({ name }) => !known.has(name))).toEqual([]);
          expect([...attributes].filter((name) => /^(style|class|on|href|xlink)/.test(name))).toEqual([]);
        }),
      );
    });

    test("is named and described for those who do not see it, by ids of its own", () => {
      fc.assert(
        fc.property(drawing, (markup) => {
          const root = readMarkup(markup);
          const ids = allOf(root).flatMap(({ attributes }) => attributes.id ?? []);
          expect(ids.sort()).toEqual(["chart-1-desc", "chart-1-hatch", "chart-1-title"]);
          expect(root.attributes.role).toBe("img");
          expect(root.attributes["aria-labelledby"]).toBe("chart-1-title chart-1-desc");
        }),
      );
    });

    test("keeps every shape and every word within its edges", () => {
      fc.assert(
        fc.property(drawing, (markup) => {
          const root = readMarkup(markup);
          const [width, height] = [Number(root.attributes.width), Number(root.attributes.height)];
          const outside = allOf(root).filter((node) => {
            const [left, right] = across(node);
            return !(left >= -2 && right <= width + 2 && down(node).every((y) => y >= -2 && y <= height + 2));
          });
          expect(outside).toEqual([]);
          expect(markup.replaceAll(/<(title|desc|text)[^>]*>[^<]*/g, "")).not.toMatch(
            /NaN|Infinity|undefined/,
          );
        }),
      );
    });
  },
);

/** From where to where an element reaches sideways, as far as its own attributes say. */
function across({ name, attributes, words }: Node): [number, number] {
  const { x = "0", cx, x1, x2 } = attributes;
  if (x1 !== undefined) return [Math.min(Number(x1), Number(x2)), Math.max(Number(x1), Number(x2))];
  if (cx !== undefined) return [Number(cx), Number(cx)];
  if (name !== "text") return [Number(x), Number(x) + Number(attributes.width ?? 0)];
  const wide = widthOf(words, Number(attributes["font-size"]));
  const start = { start: 0, middle: wide / 2, end: wide }[attributes["text-anchor"] ?? "start"] ?? 0;
  return [Number(x) - start, Number(x) - start + wide];
}

function down({ attributes }: Node): number[] {
  return [attributes.y, attributes.cy, attributes.y1, attributes.y2].flatMap((y) =>
    y === undefined ? [] : Number(y),
  );
}
