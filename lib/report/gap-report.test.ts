import { describe, expect, it } from "vitest";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { criteriaForLevel } from "@/lib/scoring/answers";
import { gapLists } from "@/lib/scoring/gaps";
import { shortestRoute } from "@/lib/scoring/route";
import { score } from "@/lib/scoring/score";
import type { Level } from "@/lib/framework/schema";
import { findCapability } from "@/lib/framework/find";
import { emptyContext } from "@/lib/plan/context";
import { aCapability, aDimension, aFramework } from "@/tests/support/framework";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
import { storedAnswer } from "@/tests/support/stored-answer";
import { unzip } from "@/tests/support/unzip";
import { gapPaper } from "./gap-paper";
import { gapReport, type GapReportSource } from "./gap-report";
import { reportCsv } from "./report-csv";
import { reportSheets } from "./report-sheets";
import { findingsTable } from "./report-table";
import { reportWorkbook } from "./report-workbook";
import { servingAnswers } from "./serving-answers";
import { targetsIn } from "./targets";

const framework = aFramework(
  [
    aDimension("A", [
      aCapability("a1", { gateFor: ["acute"], sensitive: true, lenses: { wgll: ["SP"] } }),
      aCapability("a2", { lenses: { wgll: ["SF"] } }),
      aCapability("a3", { lenses: { wgll: ["SF"] } }),
    ]),
    aDimension("B", [
      aCapability("b1", { lenses: { wgll: ["SF"] } }),
      aCapability("b2", {
        lenses: { wgll: ["SF"] },
        mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "We do not provide this" }] },
      }),
    ]),
  ],
  {
    lenses: [
      {
        id: "wgll",
        name: "What Good Looks Like",
        groups: [
          { id: "SP", name: "Safe practice" },
          { id: "SF", name: "Smart foundations" },
        ],
      },
    ],
  },
);

const at = (id: string, level: Level, more: Partial<StoredAnswer> = {}) =>
  storedAnswer(id, "organisation", {
    criteria: criteriaForLevel(findCapability(framework, id)!, level, ["acute"]),
    ...more,
  });

const rows = [
  at("a1", 2, { note: "Recovery was last tested in 2024" }),
  at("a2", 3, { note: "=1+1", confidence: "high" }),
  at("a3", 2),
  at("b1", 2),
  storedAnswer("b2", "organisation", { notApplicable: "not_provided" }),
];
const targets = [
  {
    capabilityId: "a3",
    scope: "organisation",
    level: 4,
    by: new Date("2027-03-31T00:00:00Z"),
    reason: "+1 level, said the board",
  },
];

function source(changes: Partial<GapReportSource> = {}): GapReportSource {
  const answers = answersFor(framework, "acute", rows);
  return {
    framework,
    setting: "acute",
    answers,
    result: score(framework, "acute", answers),
    organisation: { odsCode: "ZZA", name: "Ashdown Valley" },
    round: "2026/27",
    state: "in_progress",
    signedOff: null,
    engineVersion: "1",
    madeOn: new Date("2026-11-22T10:00:00Z"),
    targets,
    serving: servingAnswers("acute", rows),
    showSensitive: true,
    ...changes,
  };
}

/** The table as records, so that a test names columns and not positions. */
function records(table: { columns: { header: string }[]; rows: unknown[][] }): Record<string, unknown>[] {
  return table.rows.map((row) => Object.fromEntries(table.columns.map(({ header }, i) => [header, row[i]])));
}

describe("A digital lead hands the gap report to the board", () => {
  const report = gapReport(source());
  const { result } = source();

  it("opens with where the trust stands, what holds it there and what to do", () => {
    expect(report.title).toBe("Gap report: Ashdown Valley, acute, 2026/27");
    expect(report.status).toMatch(/^Every question is answered. Not signed off/);
    expect(report.summary[0]).toMatch(/are at stage Developing, with an overall score of 2\.2 out of 5\./);
    const careSettings = [{ id: "acute" as const, name: "Acute", comparesWith: null }];
    const named = gapReport({ ...source(), framework: { ...framework, careSettings } });
    expect(named.summary[0]).toMatch(/^In 2026\/27, acute services at Ashdown Valley are at/);
    expect(report.summary).toContain("0 of 1 safeguards are at level 3 or above.");
    expect(report.summary).toContain("Gaps to target: Must do: 1; Do soon: 2; Plan and fund: 0.");
    expect(report.heldBy).toContain("Safeguard a1 Capability a1 is at level 2 and needs level 3");
  });

  it("writes what the next stage needs as it writes the score beside it", () => {
    const rows = gapPaper(report).blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
    expect(rows.find(([name]) => name?.startsWith("B. "))).toEqual([expect.any(String), "2.0", "2.0"]);
  });

  it("gives each capability its level, target and priority with the working", () => {
    const found = records(findingsTable(report)).find((record) => record["Capability id"] === "a3");
    expect(found).toMatchObject({
      "Level, low": 2,
      Target: 4,
      "Target by": new Date("2027-03-31T00:00:00Z"),
      Gap: 2,
      Weight: 8,
      Value: 16,
      Working: "weight 8 × importance 2",
      "Effort, points": 2,
      List: "Do soon",
      "Place in list": 1,
    });
  });

  it("holds the engine's own figures, unrounded, in every table", () => {
    const lists = gapLists(framework, "acute", source().answers, targetsIn("acute", targets));
    const gaps = new Map(
      Object.values(lists).flatMap((list) => list.map((gap) => [gap.capability, gap] as const)),
    );
    const found = records(findingsTable(report));
    expect(
      found.map((record) => [record["Capability id"], record["Level, low"], record["Level, high"]]),
    ).toEqual(result.capabilities.map(({ id, low, high }) => [id, low, high]));
    for (const record of found) {
      const gap = gaps.get(String(record["Capability id"]));
      expect([record.Value, record["Effort, points"]]).toEqual([gap?.value ?? null, gap?.effort ?? null]);
    }
    const sheets = new Map(reportSheets(report).map((sheet) => [sheet.name, records(sheet)]));
    expect(sheets.get("Dimensions")?.map((record) => record["Score, low"])).toEqual(
      result.dimensions.map(({ low }) => low),
    );
    expect(sheets.get("Pillars")?.map((record) => record["Score, low"])).toEqual(
      result.lenses.wgll?.groups.map(({ low }) => low),
    );
    const facts = new Map(sheets.get("Summary")?.map((record) => [record.What, record.Value]));
    expect(facts.get("Overall score, low")).toBe(result.overall?.low);
    expect(facts.get("Stage, low")).toBe(result.stage.low);
    expect(facts.get("Conditions left")).toBe(result.distance.unmet);
    const route = shortestRoute(framework, "acute", source().answers, { toStage: 3 });
    const steps = sheets
      .get("Shortest way")
      ?.filter((record) => typeof record["Effort, points"] === "number");
    expect(route.ok && route.route.raises.map(({ cost }) => cost)).toEqual(
      steps?.map((record) => record["Effort, points"]),
    );
  });

  it("lists every answer by criterion, and what does not apply with its reason", () => {
    const answers = records(reportSheets(report).find(({ name }) => name === "Answers")!);
    expect(answers).toHaveLength(4 * 4 + 1);
    expect(answers.filter((record) => record.Answer === "Met")).toHaveLength(1 + 2 + 1 + 1);
    expect(answers.at(-1)).toMatchObject({ Criterion: "We do not provide this", Answer: "Does not apply" });
  });

  it("says who signed it and when, once it is signed", () => {
    const signedOff = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-04-05T23:30:00Z") };
    const signed = gapReport(source({ state: "signed_off", signedOff }));
    expect(signed.status).toBe("Signed off by Jo Bloggs, Approver, on 6 April 2026");
    const [summary] = reportSheets(signed);
    expect(summary?.rows).toContainEqual(["Signed off on", new Date("2026-04-06T00:00:00Z")]);
  });
});

describe("A board viewer exports the same report", () => {
  const report = gapReport(source({ showSensitive: false, serving: null }));

  it("leaves sensitive capabilities out of every table and says how many", async () => {
    expect(report.leftOut).toBe(1);
    // It is the only one, so that a count would tell how it stands.
    expect(report.heldBy.join()).not.toContain("sensitive");
    expect(report.summary.join()).toContain("1 more is sensitive, and where it stands is not told here");
    const everything = JSON.stringify(reportSheets(report)) + reportCsv(report) + report.summary.join();
    expect(everything).not.toMatch(/Capability a1|a1-l\d|Recovery was last tested/);
    const texts = (await textsIn(await reportWorkbook(report))).join();
    expect(texts).not.toMatch(/Capability a1|a1-l\d/);
  });

  it("keeps the score they count in", () => {
    const { overall, stage, dimensions } = source().result;
    expect(report.result).toMatchObject({ overall, stage, dimensions });
  });

  it("leaves out notes of answers they may not read", () => {
    expect(reportSheets(report).find(({ name }) => name === "Notes")?.rows).toEqual([]);
  });
});

describe("The plan and the register of evidence stand beside the findings", () => {
  const serves = (capabilityId: string, scope = "organisation") => [
    { capabilityId, scope, criteria: [`${capabilityId}-l3-a`] },
  ];
  const actions = [
    anAction({
      title: "Roll out single sign-on",
      serves: serves("a3"),
      costs: [aCost({ pounds: 40_000 })],
      benefits: [
        aBenefit({ measure: { unit: "pounds", pounds: 5_000 }, years: 2 }),
        aBenefit({ kind: "non_cash_releasing", measure: { unit: "pounds", pounds: 7_000 } }),
      ],
    }),
    anAction({
      title: "Test restores twice a year",
      serves: serves("a1"),
      costs: [aCost({ pounds: 90_000 })],
    }),
    anAction({ title: "Only for community", serves: serves("b1", "community") }),
    anAction({ title: "Given up", serves: serves("a3"), status: "ended", endedReason: "No money" }),
  ];
  const evidence = {
    id: "1",
    capabilityId: "a3",
    scope: "organisation",
    counter: false,
    title: "Log-on audit",
    url: null,
    reference: "",
    owner: "",
    effectiveOn: new Date("2026-04-01"),
    reviewOn: new Date("2026-10-01"),
    grade: "documented" as const,
    verifiedBy: null,
    version: 1,
  };
  const plan = { actions, hidden: 0, context: emptyContext };
  const made = {
    plan,
    evidence: [evidence, { ...evidence, id: "2", scope: "acute", title: "Of another scope" }],
  };
  const report = gapReport(source(made));
  const findingOf = (told: typeof report, id: string) =>
    told.dimensions.flatMap(({ findings }) => findings).find(({ capability }) => capability.id === id);

  it("names the actions of each finding with owner, day and status, and what shows its answer", () => {
    const found = records(findingsTable(report)).find((record) => record["Capability id"] === "a3");
    expect(found).toMatchObject({
      Actions: "Roll out single sign-on: Head of infrastructure, by 31 March 2028. Under way",
      Evidence: "Log-on audit (Documented; of 1 April 2026; was to be reviewed by 1 October 2026)",
    });
    expect(findingOf(report, "b1")?.actions).toEqual([]);
    expect(report.plan?.elsewhere).toBe(1);
    expect(report.summary).toContain(
      "In the plan for these services, 0 of 2 actions are finished and 0 are late.",
    );
  });

  it("adds up cost and benefit of these actions, each kind by itself", () => {
    const money = report.plan?.summary.money;
    expect(money?.costs.map(({ kind, pounds }) => [kind, pounds])).toContainEqual([
      "one_off_capital",
      130_000,
    ]);
    expect(money?.benefits.map(({ kind, pounds }) => [kind, pounds])).toEqual([
      ["cash_releasing", 10_000],
      ["non_cash_releasing", 7_000],
      ["quality_and_safety", 0],
      ["societal", 0],
    ]);
    const paper = JSON.stringify(gapPaper(report).blocks);
    for (const figure of ["£130,000", "£10,000", "£7,000"]) expect(paper).toContain(figure);
    expect(paper).not.toMatch(/£17,000|Given up|Only for community/);
    const sheets = new Map(reportSheets(report).map((sheet) => [sheet.name, records(sheet)]));
    expect(sheets.get("Costs")?.map((line) => line["Pounds in all"])).toEqual([40_000, 90_000]);
    expect(sheets.get("By kind")?.map((line) => line["Pounds, all years"])).not.toContain(17_000);
  });

  it("holds none of what is about a sensitive capability for who may not see it, nor its money", async () => {
    const shared = gapReport(source({ ...made, showSensitive: false }));
    expect(shared.plan?.summary.hidden).toBe(1);
    const files = [
      reportCsv(shared),
      JSON.stringify(gapPaper(shared).blocks),
      [...unzip(await reportWorkbook(shared)).values()].join("\n"),
    ];
    for (const file of files) expect(file).not.toMatch(/Test restores|90[,]?000|130[,]?000/);
  });

  it("has no such part for who may not see the plan, and no evidence for who may not read answers", () => {
    const without = gapReport(source({ ...made, plan: null, serving: null }));
    expect(without.plan).toBeNull();
    expect(JSON.stringify(gapPaper(without).blocks)).not.toMatch(/Actions, cost and benefit|Log-on audit/);
    expect(reportSheets(without).map(({ name }) => name)).not.toContain("Costs");
  });
});

describe("The files open in a spreadsheet program", () => {
  const report = gapReport(source());

  it("writes one CSV row per capability with the figures of the whole on each", () => {
    const lines = reportCsv(report).split("\r\n");
    expect(lines).toHaveLength(1 + 4 + 1);
    expect(lines[1]).toContain(`"Ashdown Valley","ZZA","acute","2026/27"`);
    expect(lines[1]).toContain(`,${report.result.overall?.low},`);
    expect(lines[3]).toContain(`"'+1 level, said the board"`);
    expect(lines[3]).toContain('"2027-03-31"');
    expect(lines[3]).toContain('"2026-11-22"');
  });

  it("writes an Excel file with named sheets, a header that stays, typed cells and no formula", async () => {
    const parts = unzip(await reportWorkbook(report));
    const workbook = parts.get("xl/workbook.xml") ?? "";
    for (const { name } of reportSheets(report)) expect(workbook).toContain(`name="${name}"`);
    const sheets = [...parts]
      .filter(([path]) => path.startsWith("xl/worksheets/sheet"))
      .map(([, xml]) => xml);
    expect(sheets).toHaveLength(reportSheets(report).length);
    for (const xml of sheets) {
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml).not.toMatch(/<f[ >]/);
    }
    expect(sheets.join()).toContain(`<v>${report.result.overall?.low}</v>`);
    expect(parts.get("xl/styles.xml")).toContain("0.0##");
    const texts = await textsIn(await reportWorkbook(report));
    expect(texts).toContain("'=1+1");
    expect(texts).not.toContain("=1+1");
  });
});

async function textsIn(workbook: Buffer): Promise<string[]> {
  const parts = unzip(workbook);
  const xml = [...parts.values()].join("");
  return [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = ""]) =>
    text.replaceAll("&apos;", "'").replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
  );
}

describe("I hand on a part of the report", () => {
  const choice = {
    parts: new Set(["findings", "appendix"] as const),
    notes: false,
    sensitive: false,
    marking: "commercial" as const,
  };
  const report = gapReport(source({ choice }));

  it("leaves the other parts out, and every sheet that holds them", () => {
    expect(reportSheets(report).map(({ name }) => name)).toEqual(["Summary", "Findings", "Answers", "Notes"]);
    const headings = gapPaper(report).blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(headings).toMatchObject([{ text: "Findings by dimension" }, { text: "Appendix: every answer" }]);
  });

  it("holds no note and names nothing sensitive, in any file, while the scores stay the same", async () => {
    const files = [
      reportCsv(report),
      JSON.stringify(gapPaper(report).blocks),
      [...unzip(await reportWorkbook(report)).values()].join("\n"),
    ];
    for (const file of files) {
      expect(file).not.toContain("Recovery was last tested in 2024");
      expect(file).not.toContain(gapReport(source()).dimensions[0]!.findings[0]!.title);
    }
    expect(report.namesSensitive).toBe(false);
    expect(report.leftOut).toBe(1);
    const { overall, stage, dimensions } = gapReport(source()).result;
    expect(report.result).toMatchObject({ overall, stage, dimensions });
  });

  it("is marked as I chose", () => {
    expect(gapPaper(report).marking).toBe("Draft, not signed off. Commercial in confidence");
  });
});
