import { describe, expect, test } from "vitest";
import type { PlannedAction } from "@/lib/plan/action";
import { emptyContext } from "@/lib/plan/context";
import { planSummary } from "@/lib/plan/plan-summary";
import { aBoardPack } from "@/tests/support/board-pack";
import { SENSITIVE } from "@/tests/support/board-section";
import { aBenefit, anAction } from "@/tests/support/plan";
import { unzip, unzipBytes } from "@/tests/support/unzip";
import { hostileText } from "@/tests/support/written-report";
import { boardPack } from "./board-pack";
import { boardPackDeck } from "./board-pack-deck";
import { boardPackPaper } from "./board-pack-paper";
import { moneyBlocks } from "./board-pack-plan";
import { planSlides } from "./board-pack-plan-slides";
import { powerPointOf } from "./deck-powerpoint";
import type { Block } from "./paper";

const LONG = "What this means for the trust, at some length. ".repeat(12).trim();

const titles = (level: number) => (block: Block) =>
  block.kind === "heading" && block.level === level ? [block.text] : [];

describe("I put a pack together for our board", () => {
  const pack = aBoardPack();
  const { blocks } = boardPackPaper(pack);

  test("its front, then the order of the dashboard, then gaps and method", () => {
    expect(blocks.flatMap(titles(1))).toEqual([
      ...["Recommendation", "Key messages", "acute, 2026/27", "Plan", "Risks", "Funding"],
      "Method and confidence",
    ]);
    expect(blocks.flatMap(titles(2)).slice(0, 9)).toEqual([
      ...["Safeguards", "Stage, score and change", "What stands between us and Established"],
      ...["What the board is asked to decide", "How sure we are", "What Good Looks Like pillars"],
      ...["Dimensions", "Over time", "Most pressing gaps"],
    ]);
  });

  test("asks for what we typed, and where we typed nothing for what the results ask for", () => {
    expect(pack.recommendations).toEqual(pack.report.sections[0]?.panel.ask);
    const typed = aBoardPack({ sheet: { recommendation: "Note it\nFund it" } });
    expect(typed.recommendations).toEqual(["Note it", "Fund it"]);
  });

  test("has at most five key messages, and leaves out fields that we left empty", () => {
    expect(pack.messages).toHaveLength(5);
    const front = blocks.find((block) => block.kind === "table");
    expect(front?.kind === "table" && front.rows.map(([name]) => name)).toEqual([
      ...["Organisation", "Meeting", "Purpose", "Made on"],
    ]);
  });

  test.each([2, 3])("of %i care settings it tells one after the other, each with its direction", (count) => {
    const [section] = pack.report.sections;
    const sections = ["Acute", "Community", "Ambulance"].slice(0, count).map((name) => ({
      ...section!,
      panel: { ...section!.panel, name },
      messages: section!.messages.map((message) => ({ ...message, text: `${message.rule} of ${name}.` })),
    }));
    const { sheet, plan, namesSensitive } = pack;
    const { messages } = boardPack({ sheet, plan, namesSensitive, report: { ...pack.report, sections } });
    expect(messages.length).toBeLessThanOrEqual(5);
    const told = messages.join(" ");
    const order = sections.flatMap(({ panel: { name } }) =>
      ["position", "direction", "safeguards"].map((rule) => told.indexOf(`${rule} of ${name}.`)),
    );
    expect(order.every((at) => at >= 0)).toBe(true);
    const bySetting = sections.map((_, index) => order.slice(index * 3, index * 3 + 3));
    bySetting.slice(1).forEach((own, index) => {
      expect(Math.min(...own)).toBeGreaterThan(Math.max(...(bySetting[index] ?? [])));
    });
  });

  test("no line leads over the break where the questions changed", () => {
    const lines = (changed: boolean) => {
      const [section] = pack.report.sections;
      const [latest, ...earlier] = section!.trend;
      const trend = [{ ...latest!, versionChanged: changed }, ...earlier];
      const { slides } = boardPackDeck({
        ...pack,
        report: { ...pack.report, sections: [{ ...section!, trend }] },
      });
      return slides
        .flatMap(({ parts }) => parts)
        .flatMap((part) => (part.kind === "chart" && part.chart.kind === "line" ? part.chart.series : []))
        .map(({ values }) => values.map((value) => value !== null));
    };
    expect(lines(false)).toEqual([[true, true]]);
    expect(lines(true)).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("every figure is that of the engine", () => {
    const [section] = pack.report.sections;
    const { result } = section!.panel.latest;
    const text = JSON.stringify(blocks);
    expect(text).toContain('["Staff are not free for it","Test restores twice a year","4","5","20"]');
    expect(text).toContain('["One-off capital","£250,000","£300,000","£0"]');
    expect(text).toContain("One-off capital: £250,000 that nobody has said they will pay");
    expect(text).toContain('"Late"');
    for (const { score } of section!.scores.dimensions) expect(text).toContain(`"${score}"`);
    expect(text).toContain(
      `${result.distance.unmet} of ${result.distance.of} conditions left to Established`,
    );
  });
});

describe("I read the plan in the pack", () => {
  const summaryOf = (actions: readonly PlannedAction[]) =>
    planSummary(actions, { today: "2026-11-23", context: emptyContext, hidden: 0 });

  test("a benefit told in words or hours is not shown as one of no pounds", () => {
    const benefits = [
      aBenefit({ kind: "quality_and_safety", measure: { unit: "other", text: "Fewer errors" } }),
      aBenefit({ kind: "cash_releasing", measure: { unit: "pounds", pounds: 40_000 } }),
    ];
    const text = JSON.stringify(moneyBlocks(summaryOf([anAction({ benefits })])));
    expect(text).toContain('["Quality and safety","–","–","–","1"]');
    expect(text).toContain('["Cash-releasing","£40,000","£0","–","–"]');
  });

  test("a slide that has no room for every open action says how many there are", () => {
    const [slide] = planSlides(summaryOf(Array.from({ length: 9 }, () => anAction())));
    const [part] = slide?.parts ?? [];
    expect(part?.kind === "table" && part.columns[0]?.header).toBe("Open action, 8 of 9 shown");
    expect(slide?.notes).toContain("1 more open action is in the paper.");
  });
});

describe("the pack goes to the public session", () => {
  test("it names nothing sensitive and no level, in any file, and says for whom it is", async () => {
    const pack = aBoardPack({ audience: "public" });
    const paper = boardPackPaper(pack);
    const slides = [...unzip(await powerPointOf(boardPackDeck(pack))).values()].join("\n");
    for (const text of [JSON.stringify(paper), slides]) {
      expect(text).not.toContain(SENSITIVE);
      expect(text).not.toMatch(/: level \d/);
      expect(text).not.toContain("Jo Bloggs");
      expect(text).toContain("For the public session of the board");
    }
    expect(JSON.stringify(boardPackPaper(aBoardPack()))).toContain(SENSITIVE);
  });
});

describe("I open the slides", () => {
  const pack = aBoardPack({ sheet: { title: hostileText, recommendation: "=1+1\n@SUM(1)" } });
  const deck = boardPackDeck(pack);

  test("each has a message as its title, notes with where it comes from, and a description of each chart", async () => {
    for (const { title, notes } of deck.slides) {
      expect(title).not.toBe("");
      expect(notes.join("")).not.toBe("");
    }
    // No slide points at what stands on another.
    expect(JSON.stringify(deck.slides)).not.toMatch(/safeguards? above/);
    const files = unzip(await powerPointOf(deck));
    const slides = [...files].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(1 + deck.slides.length);
    for (const [, markup] of slides) {
      expect(markup).toMatch(/<p:ph[^>]*type="title"/);
      // Charts and tables alike are described for those who do not see them.
      expect(markup.match(/<p:graphicFrame>/g)?.length ?? 0).toBe(
        markup.match(/<p:cNvPr [^>]*descr="[^"]+"/g)?.length ?? 0,
      );
      if (markup.includes("<a:tbl>")) expect(markup).toContain('<a:tblPr firstRow="1"/>');
    }
    expect([...files.keys()].filter((name) => name.includes("notesSlide")).length).toBeGreaterThan(0);
  });

  test("the first says whose it is, for which meeting and when; each has trust and date at its foot", async () => {
    const sheet = {
      author: "Head of digital",
      meetingOn: new Date("2026-12-03T00:00:00Z"),
      implications: LONG,
    };
    const dated = boardPackDeck(aBoardPack({ sheet }));
    expect(dated.cover).toMatchObject({
      organisation: "Ashdown Valley <b>NHS</b> & Co (ZZA)",
      occasion: "Board of directors, 3 December 2026",
      facts: ["Author: Head of digital", "Purpose: Assurance"],
      notes: ["This pack was made on 23 November 2026.", `Implications: ${LONG}`],
    });
    const files = unzip(await powerPointOf(dated));
    expect(files.get("ppt/slides/slide1.xml")).toContain("3 December 2026");
    const layouts = [...files].filter(([name]) => /slideLayouts\/slideLayout\d+\.xml$/.test(name));
    expect(layouts.map(([, markup]) => markup).join("")).toContain(
      "Ashdown Valley &lt;b&gt;NHS&lt;/b&gt; &amp; Co, 3 December 2026. Digital maturity",
    );
    // Where the meeting has no date yet, the day it was made on.
    expect(deck.cover.occasion).toBe("Board of directors, made on 23 November 2026");
  });

  test("the stage stands in its row of stages, said in words as well", () => {
    const bands = deck.slides.flatMap(({ band }) => band ?? []);
    expect(bands).toMatchObject([{ low: 2, high: 2, text: expect.stringMatching(/^Stage 2 of 5\. \d+ of/) }]);
    expect(bands[0]?.stages).toHaveLength(5);
  });

  test("a recommendation that is long has a slide of its own", () => {
    const titles = ({ slides }: typeof deck) => slides.map(({ title }) => title);
    const long = boardPackDeck(aBoardPack({ sheet: { recommendation: LONG } }));
    expect(titles(long)).toContain("The board is asked to");
    expect(titles(deck)).not.toContain("The board is asked to");
  });

  test("no slide stands there with nothing to show", () => {
    const { plan } = pack;
    const bare = boardPackDeck({
      ...pack,
      plan: plan && { ...plan, risks: [], money: { ...plan.money, costs: [] } },
    });
    expect(bare.slides).toHaveLength(deck.slides.length - 2);
    for (const { parts } of [...bare.slides, ...deck.slides]) expect(parts.length).toBeGreaterThan(0);
  });

  test("every chart carries a workbook with the engine's figures, and no cell of it is a formula", async () => {
    const bytes = unzipBytes(await powerPointOf(deck));
    const charts = [...bytes.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    const books = [...bytes].filter(([name]) => /^ppt\/embeddings\/.+\.xlsx$/.test(name));
    expect(charts.length).toBeGreaterThan(2);
    expect(books).toHaveLength(charts.length);
    const sheets = books.map(([, book]) => unzip(book).get("xl/worksheets/sheet1.xml") ?? "");
    for (const sheet of sheets) {
      expect(sheet).toContain("<v>");
      expect(sheet).not.toContain("<f");
    }
    const shown = pack.report.sections[0]!.scores.dimensions.map(({ score }) => Number(score));
    expect(sheets.some((sheet) => shown.every((score) => sheet.includes(`<v>${score}</v>`)))).toBe(true);
  });

  test("what was typed is text there and nothing else", async () => {
    const files = unzip(await powerPointOf(deck));
    const all = [...files].filter(([name]) => name.endsWith(".xml") || name.endsWith(".rels"));
    for (const [, markup] of all) {
      expect(markup).not.toContain("<img");
      expect(markup).not.toMatch(/[\u0000-\u0008]/);
    }
    expect([...files.values()].join("")).not.toMatch(/TargetMode="External"/);
  });
});
