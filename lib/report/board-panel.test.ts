import { describe, expect, it } from "vitest";
import type { Framework } from "@/lib/framework/schema";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { type BehindResult, boardPanel, type BoardView, type SignedResult } from "./board-panel";
import { changeSinceInWords } from "./change-words";

type Levels = Parameters<typeof answersAt>[1];

const dimensions = [
  aDimension("A", [
    aCapability("a1", { gateFor: ["acute"], sensitive: true }),
    aCapability("a2", { gateFor: ["acute"] }),
    aCapability("a3", { gateFor: ["acute"] }),
  ]),
  aDimension("B", [aCapability("b1"), aCapability("b2")]),
];
const framework = aFramework(dimensions);

function signed(round: string, levels: Levels, of: Framework = framework): SignedResult {
  const at = new Date(`${round.slice(0, 4)}-04-06T09:00:00Z`);
  return {
    snapshotId: round,
    assessmentId: round,
    kind: "sign_off",
    name: "",
    round,
    at,
    framework: of,
    result: score(of, "acute", answersAt(of, levels)),
    signedBy: { byName: "Jo Bloggs", byRole: "approver", at },
  };
}

const now: Levels = { a1: 2, a2: 2, a3: 3, b1: 3, b2: 1 };
const latest = signed("2026/27", now);
const before = signed("2025/26", { a1: 2, a2: 2, a3: 2, b1: 2, b2: 1 });
const behind: BehindResult = {
  answers: answersAt(framework, now),
  targets: [],
  gapViews: [],
  confidences: new Map(),
  evidenced: { documented: 2, of: 5, overall: { low: 2.2, high: 2.2 } },
  review: { levels: [], summaries: [] },
  approvedSince: [],
  openChallenges: 0,
};
const all = { audience: "private", showSensitive: true } as const;

describe("A non-executive has two minutes", () => {
  const panel = boardPanel("acute", [latest, before], behind, all);

  it("reads safeguards first, then stage, score and direction", () => {
    expect(panel.safeguards).toEqual({
      secured: 1,
      of: 3,
      below: [
        { id: "a1", text: "a1 Capability a1: level 2" },
        { id: "a2", text: "a2 Capability a2: level 2" },
      ],
      hidden: 0,
      untold: 0,
    });
    expect(panel).toMatchObject({ stage: "Developing", score: "2.2", next: "Established" });
    expect(changeSinceInWords(panel.change!.since, panel.change!.compared)).toEqual([
      "Up 0.4 since 2025/26",
      "",
    ]);
  });

  it("reads what stands between the trust and the next stage, in few words", () => {
    expect(panel.distance).toBe("3 of 6 conditions left to Established");
    expect(panel.between).toEqual({
      named: ["Overall score 2.2, needs 3.0", "The 2 safeguards above"],
      more: 0,
    });
  });

  it("reads each safeguard by name where the next stage asks more of it than level 3", () => {
    const higher: Levels = { a1: 3, a2: 4, a3: 3, b1: 5, b2: 5 };
    const stricter = aFramework(dimensions, {
      stages: framework.stages.map((rule) =>
        rule.stage === 4 ? { ...rule, gateAtLeast: 4 as const } : rule,
      ),
    });
    const { between } = boardPanel("acute", [signed("2026/27", higher, stricter)], behind, all);
    expect(between.named).toEqual([
      "a1 Capability a1: level 3, needs 4",
      "a3 Capability a3: level 3, needs 4",
    ]);
  });

  it("reads what it is asked to decide, with the date where one was set", () => {
    const targets = [
      {
        capabilityId: "a2",
        scope: "organisation",
        level: 3,
        by: new Date("2027-03-31T00:00:00Z"),
        reason: "…",
      },
    ];
    expect(boardPanel("acute", [latest], { ...behind, targets }, all).ask).toEqual([
      "Agree an owner and a date to reach level 3 in a1 Capability a1",
      "Confirm level 3 by 31 March 2027 in a2 Capability a2",
    ]);
  });

  it("is not asked for what was approved, at sign-off or since, and whose level is high enough", () => {
    const approved = (capabilityId: string, level = 3) => ({
      capabilityId,
      scope: "organisation",
      level,
      reason: "…",
      by: new Date("2027-03-31T00:00:00Z"),
      approvedAt: new Date("2026-11-01T00:00:00Z"),
    });
    const asked = (changes: Partial<BehindResult>, view: BoardView = all) =>
      boardPanel("acute", [latest], { ...behind, ...changes }, view).ask;
    expect(asked({ targets: [approved("a1")], approvedSince: [approved("a2", 2)] })).toEqual([
      "Agree an owner and a date to reach level 3 in a2 Capability a2",
    ]);
    const both = { targets: [approved("a1")], approvedSince: [approved("a2")] };
    for (const ask of [asked(both), asked(both, { audience: "private", showSensitive: false })]) {
      expect(ask.join()).not.toMatch(/owner|safeguard|Capability a[12]/);
    }
  });

  it("is told that nothing is asked of it when every target is reached", () => {
    const top: Levels = { a1: 5, a2: 5, a3: 5, b1: 5, b2: 5 };
    const reached = boardPanel(
      "acute",
      [signed("2026/27", top)],
      { ...behind, answers: answersAt(framework, top) },
      all,
    );
    expect(reached.ask).toEqual(["Note the position: no decision is needed now"]);
    expect(reached.distance).toBe("There is no stage above this one");
    expect(reached.change).toBeNull();
  });
});

describe("A board viewer without sight of sensitive items", () => {
  const panel = boardPanel("acute", [latest], behind, { audience: "private", showSensitive: false });

  it("is told nothing of the only sensitive safeguard, whose count would give it away", () => {
    expect(panel.safeguards).toMatchObject({ secured: 1, of: 2, hidden: 0, untold: 1 });
    expect(JSON.stringify([panel.ask, panel.between])).not.toContain("sensitive");
    const dated = { capabilityId: "a1", scope: "acute", level: 3, by: new Date("2027-03-31"), reason: "…" };
    expect(
      boardPanel(
        "acute",
        [latest],
        { ...behind, targets: [dated] },
        { audience: "private", showSensitive: false },
      ).ask,
    ).toEqual(panel.ask);
    expect(JSON.stringify([panel.safeguards, panel.between, panel.ask])).not.toContain("Capability a1");
  });
});

describe("“How sure are we?”", () => {
  const sure = (overrides: Partial<BehindResult>) =>
    boardPanel("acute", [latest], { ...behind, ...overrides }, all).sure;

  it("is answered by evidence, independent review and open challenges, in that order", () => {
    expect(sure({})).toEqual([
      "2 of 5 capabilities have documented evidence; evidenced score 2.2, where levels 4 and 5 need it",
      "No independent review",
      "No open challenges",
    ]);
  });

  it("tells what reviewers made of it without their names, and where the trust kept its own level", () => {
    const review: BehindResult["review"] = {
      levels: [{ capability: "a2", scope: "organisation", level: 1, reason: "Not tested" }],
      summaries: [{ byName: "Sam Auditor", sampled: 12, confidence: "medium", risk: "low", text: "…" }],
    };
    const told = sure({ review, openChallenges: 2 });
    expect(told.slice(1)).toEqual([
      "Independently reviewed: 12 answers sampled, confidence medium, overall risk low",
      "2 open challenges; in 1 answer the reviewer's level differs and the trust kept its own",
    ]);
    expect(told.join()).not.toContain("Sam Auditor");
  });
});

describe("“Have we moved?” across versions of the framework", () => {
  it("compares on what the newer version declares comparable, and says of how many", () => {
    const newer = aFramework([dimensions[0]!, aDimension("B", [aCapability("b1"), aCapability("b3")])], {
      version: "2",
      follows: { version: "1", crosswalk: [] },
    });
    const { change } = boardPanel(
      "acute",
      [signed("2026/27", { a1: 3, a2: 3, a3: 3, b1: 3, b3: 5 }, newer), before],
      behind,
      all,
    );
    expect(changeSinceInWords(change!.since, change!.compared)).toEqual([
      "Up 1.0 since 2025/26",
      ". This compares only the 4 of 5 capabilities that both rounds asked about in the same way: 2.0 to 3.0 on those",
    ]);
  });

  it("compares nothing where the newer version does not follow the older", () => {
    const other = aFramework(dimensions, { version: "9" });
    const { change } = boardPanel("acute", [signed("2026/27", now, other), before], behind, all);
    expect(changeSinceInWords(change!.since, change!.compared)).toEqual([
      "Not comparable with 2025/26",
      ": the two rounds asked different questions",
    ]);
  });
});
