import { describe, expect, test } from "vitest";
import { bars } from "./bars";
import { heatMap } from "./heat-map";
import { ladder, ladderRowInWords } from "./ladder";
import { radar } from "./radar";
import { allOf, drawnWords, readMarkup } from "./read-markup";
import { stageTrack } from "./stage-track";
import { trend } from "./trend";

const wide = { id: "c", width: 592, title: "A title", description: "A description" };
const narrow = { ...wide, width: 262 };
const stages = ["Foundational", "Developing", "Established", "Integrated", "Optimised"];

function shapes(markup: string, name: string) {
  return allOf(readMarkup(markup)).filter((node) => node.name === name);
}

describe("a board member reads where the trust stands", () => {
  test("the stage is said in words with its distance, and each condition has its box", () => {
    const markup = stageTrack({ stages, low: 2, high: 2, distance: { unmet: 5, of: 18 } }, wide);
    expect(drawnWords(markup)).toContain("Stage 2: Developing");
    expect(drawnWords(markup)).toContain("5 of 18 conditions left to Established");
    expect(shapes(markup, "rect").filter(({ attributes }) => attributes.height === "14")).toHaveLength(18);
  });

  test("while answers are open the stage is a range and not final", () => {
    const markup = stageTrack({ stages, low: 2, high: 3, distance: { unmet: 5, of: 18 } }, wide);
    expect(drawnWords(markup)).toContain("Stage 2 to 3: Developing to Established, not final");
  });

  test("at the top there is nothing left to show the way to", () => {
    const markup = stageTrack({ stages, low: 5, high: 5, distance: null }, wide);
    expect(drawnWords(markup).join(" ")).not.toMatch(/left to/);
  });
});

describe("a digital lead looks down the ladder", () => {
  const rows = [
    { label: "6.2 Cyber security", low: 2, high: 4, target: 4 },
    { label: "7.5 Diagnostic images and reports", low: null, high: null },
  ];

  test("levels reached are filled, possible ones striped, the target framed, so that grey paper shows it too", () => {
    const boxes = shapes(ladder(rows, wide), "rect").map(({ attributes }) => attributes);
    const row = boxes.filter(({ height }) => height === "24");
    expect(row.filter(({ fill }) => fill === "#003087")).toHaveLength(2);
    expect(row.filter(({ fill }) => fill === "url(#c-hatch)")).toHaveLength(2);
    expect(row.filter((box) => box["stroke-width"] === "4")).toHaveLength(1);
  });

  test("what does not apply says so instead of showing level 1", () => {
    expect(drawnWords(ladder(rows, wide))).toContain("Does not apply");
    expect(rows.map(ladderRowInWords)).toEqual([
      "6.2 Cyber security: level 2 to 4, target 4",
      "7.5 Diagnostic images and reports: does not apply",
    ]);
  });

  test("on a phone the name stands above its steps and is not cut", () => {
    const label = "6.3 Continuity and disaster recovery, tested";
    const lines = drawnWords(ladder([{ label, low: 2, high: 2 }], narrow));
    expect(lines.slice(0, 2).join(" ")).toBe(label);
    const [first] = shapes(ladder([{ label, low: 2, high: 2 }], narrow), "text");
    expect(first?.attributes).toMatchObject({ x: "0", "font-size": "14" });
  });
});

describe("a coordinator compares gaps", () => {
  test("levels are written whole, the gap as from and to", () => {
    const words = drawnWords(bars([{ label: "Recovery", low: 2, high: 2, target: 3 }], wide));
    expect(words).toContain("2 → 3");
  });

  test("scores have one decimal, rounded half up, all alike", () => {
    const rows = [
      { label: "Technology", low: 2.25, high: 2.25 },
      { label: "Usability", low: 3, high: 3 },
      { label: "Flexibility", low: 2.45, high: 2.96 },
    ];
    const words = drawnWords(bars(rows, wide));
    expect(words).toEqual(expect.arrayContaining(["2.3", "3.0", "2.5 to 3.0"]));
  });

  test('bars that all mean one thing need no key: what was signed off long ago is not "now"', () => {
    const [settled, open] = [
      { label: "Technology", low: 2.3, high: 2.3 },
      { label: "Usability", low: 2.5, high: 3 },
    ];
    expect(drawnWords(bars([settled], wide))).not.toContain("Now");
    expect(drawnWords(bars([settled, open], wide))).toEqual(
      expect.arrayContaining(["Now", "Possible once answered"]),
    );
  });

  test("a longer bar is a higher level, and the lowest there is has none", () => {
    const rows = [1, 2, 3, 5].map((level) => ({ label: String(level), low: level, high: level }));
    const lengths = shapes(bars(rows, wide), "rect")
      .filter(({ attributes }) => attributes.height === "20")
      .map(({ attributes }) => Number(attributes.width));
    expect(lengths).toHaveLength(3);
    expect(lengths[1]).toBeCloseTo(2 * lengths[0]!, 1);
    expect(lengths[2]).toBeCloseTo(4 * lengths[0]!, 1);
  });
});

describe("an executive follows the trend", () => {
  const points = [
    { at: "2026-03-31", label: "31 March 2026", low: 2.7, high: 2.7, kind: "signed_off" as const },
    { at: "2024-03-31", label: "31 March 2024", low: 2.2, high: 2.2, kind: "signed_off" as const },
    { at: "2025-03-31", label: "31 March 2025", low: 2.4, high: 2.4, kind: "signed_off" as const },
    { at: "2026-11-22", label: "22 November 2026", low: 2.8, high: 3.1, kind: "checkpoint" as const },
  ];

  test("points go by their day, whatever order they come in", () => {
    const values = drawnWords(trend(points, wide)).filter((words) => /^\d\.\d$/.test(words));
    expect(values).toEqual(["2.2", "2.4", "2.7", "2.8"]);
  });

  test("what is not signed off is hollow", () => {
    const dots = shapes(trend(points, wide), "circle").filter(({ attributes }) => attributes.r === "6");
    expect(dots.map(({ attributes }) => attributes.fill)).toEqual([
      "#003087",
      "#003087",
      "#003087",
      "#ffffff",
    ]);
  });

  test("where the framework changed the line stops and says so", () => {
    const unbroken = shapes(trend(points, wide), "path");
    const changed = points.map((point) =>
      point.at === "2026-03-31" ? { ...point, breakBefore: "Framework 2026.1" } : point,
    );
    const markup = trend(changed, wide);
    expect(unbroken).toHaveLength(1);
    expect(shapes(markup, "path")).toHaveLength(2);
    expect(drawnWords(markup)).toContain("Framework 2026.1");
  });

  test("where rounds crowd, no figure stands on a break or on another point", () => {
    const crowded = [
      { at: "2025-03-31", label: "31 March 2025", low: 2.4, high: 2.4, kind: "signed_off" as const },
      { ...points[0]!, breakBefore: "Framework 2026.1" },
      { at: "2026-04-30", label: "30 April 2026", low: 2.4, high: 2.4, kind: "checkpoint" as const },
      { at: "2099-03-31", label: "31 March 2099", low: 3, high: 3, kind: "projected" as const },
    ];
    const values = drawnWords(trend(crowded, wide)).filter((words) => /^\d\.\d$/.test(words));
    expect(values).toEqual(["3.0"]);
  });

  test("the figure that it all leads to goes above its point where the one before is in its way", () => {
    const plan = [
      points[1]!,
      { at: "2028-06-30", label: "30 June 2028", low: 2.7, high: 2.7, kind: "projected" as const },
      { at: "2028-09-29", label: "29 September 2028", low: 2.8, high: 2.8, kind: "projected" as const },
    ];
    const values = drawnWords(trend(plan, narrow)).filter((words) => /^\d\.\d$/.test(words));
    expect(values).toEqual(["2.2", "2.8"]);
  });

  test("on a phone labels that would run into each other are left out, never the last", () => {
    const days = drawnWords(trend(points, narrow)).filter((words) => / 20\d\d$/.test(words));
    expect(days).toContain("22 November 2026");
    expect(days.length).toBeLessThan(points.length);
  });
});

describe("a reader compares dimensions", () => {
  const axes = ["Technology", "Usability", "Clinical decision support"].map((label, index) => ({
    key: String(index + 1),
    label,
    low: 2 + index / 2,
    high: 2 + index / 2,
  }));

  test("each axis says its name and score where there is room", () => {
    const words = drawnWords(radar({ axes, name: "2026/27" }, wide));
    expect(words).toEqual(
      expect.arrayContaining(["Technology", "2.0", "Usability", "2.5", "3.0", "2026/27"]),
    );
  });

  test("on a phone axes carry their number and a list below names them", () => {
    const words = drawnWords(radar({ axes, name: "2026/27" }, narrow));
    expect(words).toEqual(expect.arrayContaining(["1", "2", "3", "3 Clinical decision support", "3.0"]));
  });

  test("a name that is too long for a row of that list goes on in a second, and is not cut off", () => {
    const long = { key: "4", label: "Safety, security and continuity", low: 2, high: 3 };
    const words = drawnWords(radar({ axes: [...axes, long], name: "2026/27" }, narrow));
    expect(words.join(" ")).toContain("4 Safety, security and continuity");
    expect(words.join(" ")).not.toContain("…");
  });

  test("an axis that does not apply is left out of the shape and shown as a dash", () => {
    const some = [...axes, { key: "4", label: "Flexibility", low: null, high: null }];
    const markup = radar({ axes: some, name: "2026/27" }, wide);
    expect(shapes(markup, "polygon")[0]?.attributes.points?.split(" ")).toHaveLength(3);
    expect(drawnWords(markup)).toContain("–");
  });

  test("the earlier round is a dashed outline, named in the legend", () => {
    const compared = axes.map((axis) => ({ ...axis, comparison: 1.5 }));
    const markup = radar({ axes: compared, name: "2026/27", comparisonName: "2025/26" }, wide);
    const dashed = shapes(markup, "polygon").filter(({ attributes }) => attributes["stroke-dasharray"]);
    expect(dashed).toHaveLength(1);
    expect(drawnWords(markup)).toContain("2025/26");
  });
});

describe("a system viewer scans the heat map", () => {
  test("every cell carries its figure, and an empty one a dash", () => {
    const words = drawnWords(
      heatMap(
        { columns: ["Acute", "Community"], rows: [{ label: "Technology", values: [2.5, null] }] },
        wide,
      ),
    );
    expect(words).toEqual(["Acute", "Community", "Technology", "2.5", "–"]);
  });

  test("column names that do not fit become letters with a key", () => {
    const columns = ["Ashdown Valley NHS Foundation Trust", "Merewater Mental Health NHS Trust"];
    const words = drawnWords(heatMap({ columns, rows: [{ label: "Technology", values: [2, 3] }] }, narrow));
    expect(words.slice(0, 2)).toEqual(["A", "B"]);
    expect(words.join(" ")).toContain("A Ashdown Valley NHS Foundation Trust");
  });
});

test("before there is anything to draw, each drawing says so", () => {
  const empty = [
    ladder([], wide),
    bars([], wide),
    trend([], wide),
    radar({ axes: [], name: "2026/27" }, wide),
    heatMap({ columns: [], rows: [] }, wide),
  ];
  for (const markup of empty) expect(drawnWords(markup)).toEqual(["Nothing to show yet"]);
});
