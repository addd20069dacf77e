import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bars } from "@/lib/charts/bars";
import { heatMap } from "@/lib/charts/heat-map";
import { radar } from "@/lib/charts/radar";
import { stageTrack } from "@/lib/charts/stage-track";
import { timeline } from "@/lib/charts/timeline";
import { trend } from "@/lib/charts/trend";
import { textOfPdf } from "@/tests/support/pdf-text";
import { aWrittenReport } from "@/tests/support/written-report";
import { gapPaper } from "./gap-paper";
import { type Block, heading, list, type Paper, paper, paragraph, table } from "./paper";
import { pdfOf } from "./paper-pdf";

// What a page says is looked at by tests/tools/papers.test.ts, with a program that reads PDF.
describe("Somebody has the gap report read out as a PDF", () => {
  it("is tagged, in English and with bookmarks, its pictures are described and nothing leads outside", async () => {
    const file = (await pdfOf(gapPaper(aWrittenReport()))).toString("latin1");
    for (const sign of [/^%PDF-1\.7/, /\/Marked true/, /\/Lang \(en-GB\)/, /\/DisplayDocTitle true/]) {
      expect(file).toMatch(sign);
    }
    for (const type of ["H1", "H2", "H3", "H4", "Table", "TH", "TD", "L", "Caption"]) {
      expect(file).toMatch(new RegExp(`/S /${type}\\n`));
    }
    const figures = file.match(/\/S \/Figure\n(?:(?!endobj)[^])*?endobj/g) ?? [];
    expect(figures).toHaveLength(2);
    for (const figure of figures) expect(figure).toMatch(/\/Alt \(/);
    expect(file.match(/\/Type \/Outlines|\/Outlines /)).not.toBeNull();
    expect(file.match(/\/FontFile2/g)?.length).toBe(2);
    expect(file).not.toMatch(/\/URI|\/Launch|\/JavaScript|\/GoToR/);
  });
});

/** A document that says only this. */
function paperOf(blocks: Block[]): Paper {
  return paper({ title: "T", subject: "S", marking: "M", draft: false, contents: 1, blocks });
}

/** The drawing instructions of each page. */
function pagesOf(file: Buffer): string[] {
  const text = file.toString("latin1");
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].flatMap((found) => {
    const from = found.index + found[0].length;
    const packed = file.subarray(from, file.indexOf("\nendstream", from));
    const content = inflateSync(packed).toString("latin1");
    return content.includes(" cm") && content.includes("BDC") ? [content] : [];
  });
}

describe("I print the gap report of a round that nobody signed off", () => {
  const behind =
    /^[^]{0,80}\/Artifact <<\n?\/Type \/Pagination\n?>> BDC\n(?:.*\n){1,12}0\.91 0\.93 0\.935 rg/;

  it("has the word behind all else on every page, as something that is not read out", async () => {
    const report = aWrittenReport();
    const pages = pagesOf(await pdfOf(gapPaper(report)));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatch(behind);
    const signedOff = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-04-06T09:00:00Z") };
    for (const page of pagesOf(await pdfOf(gapPaper(aWrittenReport({ signedOff }))))) {
      expect(page).not.toContain("0.91 0.93 0.935 rg");
    }
  });
});

describe("Two trusts take their reports out one after the other", () => {
  it("draws each as if it were the first, though their words are laid out once", async () => {
    const ours = paperOf([
      paragraph("Wi-Fi in every ward. Fully met"),
      heading(1, "Zebra"),
      ...list(["Ward"]),
    ]);
    const theirs = paperOf([
      paragraph("Quite another text: Wi-Fi, ward, met"),
      ...list(["Every Zebra in a ward."]),
    ]);
    const first = pagesOf(await pdfOf(ours));
    expect(first).toHaveLength(1);
    expect(pagesOf(await pdfOf(theirs))).not.toEqual(first);
    expect(pagesOf(await pdfOf(ours))).toEqual(first);
    expect(textOfPdf(await pdfOf(ours))).toContain("Wi-Fi in every ward. Fully met");
  });
});

describe("I have a long paragraph read out that runs over onto the next page", () => {
  it("is marked as one on both, each mark ended where it began", async () => {
    const blocks = Array.from({ length: 9 }, () =>
      paragraph("It goes on over several lines of the page. ".repeat(50)),
    );
    const long = paper({
      title: "Long",
      subject: "Long",
      marking: "Draft",
      draft: true,
      contents: 1,
      blocks,
    });
    const pages = pagesOf(await pdfOf(long));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      let open = 0;
      for (const [mark] of page.matchAll(/\b(?:BDC|BMC|EMC)\b/g)) {
        open += mark === "EMC" ? -1 : 1;
        expect(open).toBeGreaterThanOrEqual(0);
      }
      expect(open).toBe(0);
    }
  });
});

describe("I look at a drawing in a PDF as closely as I like", () => {
  const options = { id: "x", width: 640, title: "Scores", description: "Scores" };
  const axes = ["Well led", "Safe practice", "Empower people"].map((label, index) => {
    return { key: String(index), label, low: 2, high: 3, comparison: 1 };
  });
  const drawings = [
    radar({ axes, name: "2026/27", comparisonName: "2025/26" }, options),
    bars([{ label: "Usability", low: 2, high: 4 }], options),
    heatMap({ columns: ["Acute"], rows: [{ label: "Dependability", values: [3] }] }, options),
    stageTrack({ stages: ["Foundational", "Developing"], low: 1, high: 2, distance: null }, options),
    timeline(
      [{ label: "Move", group: "Phase 1", from: null, to: "2027-03-31", standing: "late" }],
      options,
      "2026-11-23",
    ),
    trend([{ at: "2026-03-31", label: "2025/26", low: 2, high: 3, kind: "signed_off" }], options),
  ];

  it("is drawn with lines and words that can be found, not as dots", async () => {
    const blocks = drawings.map((drawing) => ({
      kind: "figure" as const,
      caption: "Scores",
      alt: "Scores",
      drawing,
    }));
    const file = await pdfOf(paperOf(blocks));
    expect(file.toString("latin1")).not.toContain("/Subtype /Image");
    const text = textOfPdf(file);
    for (const words of ["Empower people", "Usability", "Dependability", "Developing", "Phase 1", "2025/26"])
      expect(text).toContain(words);
  });

  it("is refused where it holds what cannot be drawn", async () => {
    const drawing = drawings[0]!.replace("<circle", "<ellipse");
    const blocks = [{ kind: "figure" as const, caption: "Scores", alt: "Scores", drawing }];
    await expect(pdfOf(paperOf(blocks))).rejects.toThrow("<ellipse>");
  });
});

describe("I have a table whose one cell is longer than a page", () => {
  it("goes on overleaf, and nothing of it is lost", async () => {
    const lines = Array.from({ length: 150 }, (_, index) => `Line ${index} of it`);
    const blocks = table(
      "Steps",
      [
        ["Capability", 1],
        ["What", 1],
      ],
      [["6.3 Recovery", lines.join("\n")]],
    );
    const text = textOfPdf(await pdfOf(paperOf(blocks)));
    for (const line of lines) expect(text).toContain(line);
  });
});

/** What stands on a page, in its order, but for lists. */
function kindsOn(page: string): (string | undefined)[] {
  return [...page.matchAll(/\/(H2|H3|P|Caption|TH) </g)].map(([, kind]) => kind);
}

describe("I read what leads on to a list", () => {
  it("stands on the page of its list, wherever on a page it comes", async () => {
    for (let before = 28; before < 42; before += 1) {
      const items = Array.from({ length: before }, (_, index) => `Item ${index}`);
      const blocks = [...list(items), paragraph("Missing for level 3:"), ...list(["The last"])];
      const pages = pagesOf(await pdfOf(paperOf(blocks)));
      const last = pages.map((page) => [...page.matchAll(/\/(P|LBody|H1) <</g)].at(-1)?.[1]);
      expect(last).not.toContain("P");
    }
  });

  it("a heading, what is said of a short table, and all of the table share a page, wherever they come", async () => {
    for (let before = 18; before < 40; before += 1) {
      const items = Array.from({ length: before }, (_, index) => `Item ${index}`);
      const rows = ["1", "2", "3", "4"].map((row) => [`Row ${row}`]);
      const blocks = [
        ...list(items),
        heading(1, "Risks"),
        paragraph("As they stand."),
        ...table("Open risks", [["Risk", 1]], rows),
      ];
      const pages = pagesOf(await pdfOf(paperOf(blocks)));
      const together = ["H2", "P", "Caption", "TH", "TH", "TH", "TH", "TH"];
      expect(pages.map(kindsOn).filter(({ length }) => length > 0)).toEqual([together]);
    }
  });

  const twoHeadings = [heading(1, "Plan"), paragraph("As it stands."), heading(2, "Next year")];
  const tall = (lines: number) => Array.from({ length: lines }, (_, line) => `Line ${line}`).join("\n");
  const steps = (cells: string[]) =>
    table(
      "Steps",
      [["Step", 1]],
      cells.map((cell) => [cell]),
    );

  it.each([
    ["a table that just stands whole", steps(Array.from({ length: 11 }, (_, row) => `Row ${row}`)), 12],
    ["a table whose first row is tall", steps([tall(28), tall(28), tall(28)]), 2],
    ["a table whose first row is taller than a page", steps([tall(120)]), 2],
  ])("no heading is left over blank paper above %s, wherever they come", async (_what, below, atLeast) => {
    for (let before = 1; before < 42; before += 2) {
      const items = Array.from({ length: before }, (_, index) => `Item ${index}`);
      const pages = pagesOf(await pdfOf(paperOf([...list(items), ...twoHeadings, ...below])));
      const first = pages.map(kindsOn).find(({ length }) => length > 0);
      expect(first?.slice(0, 4 + atLeast)).toEqual([
        ...["H2", "P", "H3", "Caption"],
        ...Array.from({ length: atLeast }, () => "TH"),
      ]);
      // Nor is a page left blank before what needs most of one.
      for (const page of pages) expect(page).toMatch(/\/(LBody|H2|TH) </);
    }
  });

  it("a heading keeps the beginning of a text that is too long to stand with its table", async () => {
    const long = paragraph("It goes on over several lines of the page. ".repeat(70));
    for (let before = 1; before < 42; before += 3) {
      const items = Array.from({ length: before }, (_, index) => `Item ${index}`);
      const blocks = [...list(items), heading(1, "Plan"), long, ...steps([tall(28)])];
      const pages = pagesOf(await pdfOf(paperOf(blocks)));
      expect(pages.map(kindsOn).find(({ length }) => length > 0)).toEqual(
        expect.arrayContaining(["H2", "P"]),
      );
    }
  });
});
