import { describe, expect, it } from "vitest";
import { emptyContext } from "@/lib/plan/context";
import { planSummary, type PlanSummary } from "@/lib/plan/plan-summary";
import {
  aBoardSection as section,
  aKeptRound,
  aSignedRound,
  type Levels,
  levelsNow as now,
  SENSITIVE,
} from "@/tests/support/board-section";
import { type BoardReportSource, boardReport, type BoardSectionSource } from "./board-report";

function report(source: Partial<BoardReportSource> = {}, overrides: Partial<BoardSectionSource> = {}) {
  return boardReport({
    audience: "private",
    showSensitive: true,
    organisation: { odsCode: "ZZA", name: "Ashdown Valley" },
    madeOn: new Date("2026-11-23T09:00:00Z"),
    sections: [section(overrides)],
    plan: null,
    ...source,
  }).sections[0]!;
}

describe("I have five messages to take away", () => {
  const texts = (overrides: Partial<BoardSectionSource> = {}) =>
    report({}, overrides).messages.map(({ text }) => text);

  it("each drawn from the result by a stated rule, the answer first", () => {
    expect(texts()).toEqual([
      "acute services are at Developing, with an overall score of 2.2 out of 5. 3 of 6 conditions left to Established.",
      "0 of 2 safeguards are at level 3 or above. Below it: a1 Secret recovery: level 2; a2 Clinical safety: level 2.",
      "Up 0.2 since 2025/26. 2 levels rose and 1 fell.",
      "Strongest is B. Dimension B (2.5), weakest is A. Dimension A (2.0).",
      "How much stands on evidence was not kept with this round. No independent review. No open challenges.",
    ]);
  });

  it("says that no level moved in words, not as a nought", () => {
    const level: Levels = { a1: 2, a2: 2, b1: 2, b2: 2, c1: 2 };
    const [, , direction] = texts({
      results: [aSignedRound("2026/27", level), aSignedRound("2025/26", level)],
    });
    expect(direction).toBe("No change since 2025/26. No levels rose and none fell.");
  });

  it("says so where there is nothing to compare with, all is the same, and every safeguard is secured", () => {
    const level: Levels = { a1: 3, a2: 3, b1: 3, b2: 3, c1: 3 };
    const [, safeguards, direction, spread] = texts({ results: [aSignedRound("2026/27", level)] });
    expect([safeguards, direction, spread]).toEqual([
      "All 2 safeguards are at level 3 or above.",
      "This is the first signed-off round, so there is nothing yet to compare it with.",
      "Every dimension has the same score.",
    ]);
  });

  it("reads as somebody worded it, and what was drawn stays beside it", () => {
    const wording = { version: 2, editedAt: new Date("2026-11-01T09:00:00Z"), byRole: "Digital lead" };
    const { messages } = report(
      {},
      { wording: { ...wording, texts: { position: "We are getting there." } } },
    );
    expect(messages[0]).toMatchObject({ text: "We are getting there.", rule: "position" });
    expect(messages[0]?.drawn).toContain("overall score of 2.2");
    expect(messages[1]?.text).toBe(messages[1]?.drawn);
  });
});

describe("What stands below the fold", () => {
  it("shows what rose and what fell by name and level, and the gaps with safeguards first", () => {
    const { moved, gaps } = report();
    expect(moved).toEqual({
      since: "2025/26",
      rose: ["a1 Secret recovery: from 1 to 2", "b1 Capability b1: from 3 to 4"],
      fell: ["b2 Capability b2: from 2 to 1"],
      unnamed: 0,
    });
    expect(gaps.map(({ id, list, level }) => [id, list, level])).toEqual([
      ["a1", "Must do", 2],
      ["a2", "Must do", 2],
      ["b2", "Do soon", 1],
      ["c1", "Do soon", 2],
    ]);
  });

  it("puts checkpoints among the rounds by their day, each against the sign-off before it", () => {
    const between = aKeptRound("2026/27", { ...now, b2: 3 });
    const checkpoint = {
      ...between,
      snapshotId: "check",
      kind: "checkpoint" as const,
      at: new Date("2026-01-10T09:00:00Z"),
    };
    const { trend } = report({}, { checkpoints: [checkpoint] });
    expect(trend.map(({ snapshotId, change }) => [snapshotId, change?.since.round])).toEqual([
      ["2026/27", "2025/26"],
      ["check", "2025/26"],
      ["2025/26", undefined],
    ]);
  });
});

describe("The public reads it", () => {
  const checkpoint = {
    ...aKeptRound("2026/27", now),
    kind: "checkpoint" as const,
    name: "For the committee",
  };
  const open = report({ audience: "public" }, { checkpoints: [checkpoint] });

  it("names no sensitive capability, no single level, nobody and no draft, whoever makes it", () => {
    const { panel, trend: _, ...below } = open;
    const { latest: __, gaps: ___, ...front } = panel;
    const told = JSON.stringify([front, below]);
    expect(told).toContain("Clinical safety");
    expect(told).not.toContain(SENSITIVE);
    expect(told).not.toContain("Jo Bloggs");
    expect(told).not.toContain("digital lead");
    expect(told).not.toMatch(/[Ll]evel [12]\b|from \d to \d/);
    expect(open.trend.map(({ kind }) => kind)).toEqual(["sign_off", "sign_off"]);
    expect(open.gaps.every(({ level }) => level === null)).toBe(true);
  });

  it("says that a sensitive safeguard is not told, and counts it nowhere", () => {
    expect(open.panel.safeguards).toMatchObject({ secured: 0, of: 1, hidden: 0, untold: 1 });
    expect(open.messages[1]?.text).toContain("1 more is sensitive, and where it stands is not told here");
    expect(JSON.stringify(open.panel.ask)).not.toContain("sensitive");
    expect(open.trend[0]?.result.distance).toEqual({ unmet: 2, of: 5 });
  });
});

describe("The plan is on the page", () => {
  const action = (id: string, capability: string) => ({
    id,
    title: `Do ${id}`,
    ownerTitle: "Chief digital officer",
    startsOn: null,
    dueOn: "2027-03-31",
    finishedOn: null,
    status: "in_progress" as const,
    late: false,
    capabilities: [capability],
  });
  const risk = { actionId: "x", action: "Do x", ownerTitle: "Chief digital officer", text: "It slips" };
  const today = "2026-11-23";
  const plan: PlanSummary = {
    ...planSummary([], { today, context: emptyContext, hidden: 0 }),
    phases: [{ phase: 1, name: "Phase 1", actions: [action("x", "a1"), action("y", "b1")] }],
    risks: [{ ...risk, likelihood: 3, impact: 4, score: 12 }],
  };
  const planFor = (audience: "private" | "public") =>
    boardReport({
      audience,
      showSensitive: true,
      sections: [section()],
      plan,
      organisation: { odsCode: "ZZA", name: "Ashdown Valley" },
      madeOn: new Date("2026-11-23T09:00:00Z"),
    }).plan;

  it("whole for the board; for the public without sensitive actions, risks and money", () => {
    expect(planFor("private")).toMatchObject({ phases: plan.phases, risks: plan.risks, hidden: 0 });
    const told = planFor("public");
    expect(told?.phases.flatMap(({ actions }) => actions.map(({ id }) => id))).toEqual(["y"]);
    expect(told).toMatchObject({ risks: [], money: null, hidden: 1 });
  });
});

describe("The board opens its page all day, and it is put together once", () => {
  const source = (change: Partial<BoardReportSource> = {}): BoardReportSource => ({
    audience: "private",
    showSensitive: true,
    plan: null,
    organisation: { odsCode: "ZZA", name: "Ashdown Valley" },
    madeOn: new Date("2026-11-23T09:00:00Z"),
    sections: [section()],
    ...change,
  });

  it("the same of the same, with the time of each", () => {
    const later = new Date("2026-11-23T17:00:00Z");
    const [first, second] = [boardReport(source()), boardReport(source({ madeOn: later }))];
    expect(second.sections).toBe(first.sections);
    expect([first.madeOn, second.madeOn]).toEqual([source().madeOn, later]);
  });

  it.each<[string, Partial<BoardReportSource>]>([
    ["who reads it sees less", { showSensitive: false }],
    ["it is for the public", { audience: "public" }],
    ["it is another trust's", { organisation: { odsCode: "ZZB", name: "Merewater" } }],
    ["a challenge is open", { sections: [section({ behind: { ...section().behind, openChallenges: 2 } })] }],
    ["the round was opened again", { sections: [section({ beingRevised: true })] }],
    [
      "an answer behind it differs",
      { sections: [section({ results: [aSignedRound("2026/27", { ...now, b2: 2 })] })] },
    ],
    [
      "a message was worded",
      {
        sections: [
          section({
            wording: {
              version: 1,
              texts: { position: "We stand well" },
              editedAt: new Date("2026-11-20"),
              byRole: "Digital lead",
            },
          }),
        ],
      },
    ],
  ])("and anew once %s", (_, change) => {
    const before = boardReport(source());
    const after = boardReport(source(change));
    expect(after.sections).not.toBe(before.sections);
    expect({ ...after, madeOn: null }).not.toEqual({ ...before, madeOn: null });
  });
});
