import { describe, expect, test } from "vitest";
import { capability } from "@/tests/support/capability";
import { oneEach, smallFramework } from "@/tests/support/small-framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { becameBetween, carryForward, renamedBetween } from "./carry-forward";

const settings = ["acute", "community"] as const;
const now = smallFramework();
const criteria = { "c01-2-l2-a": "met", "c01-2-l3-a": "not_known" } as const;

describe("opening the next round from the last", () => {
  test("every answer comes along with its note and confidence", () => {
    const rows = [
      storedAnswer("c01-2", "acute", { criteria, note: "Ward audit", confidence: "high", version: 7 }),
      storedAnswer("c02-1", "acute", { notApplicable: "not_provided" }),
    ];
    expect(carryForward(now, now, settings, rows)).toEqual([
      {
        capabilityId: "c01-2",
        scope: "acute",
        criteria,
        notApplicable: null,
        note: "Ward audit",
        confidence: "high",
      },
      {
        capabilityId: "c02-1",
        scope: "acute",
        criteria: {},
        notApplicable: "not_provided",
        note: "",
        confidence: null,
      },
    ]);
  });

  test("an own answer that was taken back stays behind", () => {
    const rows = [storedAnswer("c01-1", "community", { criteria: { "c01-1-l2-a": "met" }, withdrawn: true })];
    expect(carryForward(now, now, settings, rows)).toEqual([]);
  });

  test("under a newer version only criteria that still exist come along; a renamed capability keeps its answer", () => {
    const renamed = capability({
      id: "c01-9",
      scope: "setting",
      levels: { ...oneEach("c01-9"), 2: oneEach("c01-2")[2] },
    });
    const newer = {
      ...smallFramework({ version: "2027.1", capabilities: [renamed] }),
      follows: { version: "2026.1", crosswalk: [{ from: ["c01-2"], to: ["c01-9"] }] },
    };
    const rows = [
      storedAnswer("c01-2", "acute", { criteria }),
      storedAnswer("c01-1", "organisation", { criteria: { "c01-1-l2-a": "met" } }),
    ];
    expect(carryForward(now, newer, settings, rows)).toMatchObject([
      { capabilityId: "c01-9", scope: "acute", criteria: { "c01-2-l2-a": "met" } },
    ]);
  });
});

test("what was split became each of its parts, and of several that were made one each became that one", () => {
  const newer = {
    ...smallFramework({ version: "2027.1" }),
    follows: {
      version: "2026.1",
      crosswalk: [
        { from: ["c01-8", "c01-9"], to: ["c01-1"] },
        { from: ["c02-9"], to: ["c01-2", "c02-1"] },
        { from: ["c02-8"], to: ["c02-1"] },
        { from: ["c02-7"], to: ["c99-1"] },
      ],
    },
  };
  expect(Object.fromEntries(becameBetween(now, newer))).toEqual({
    "c01-8": ["c01-1"],
    "c01-9": ["c01-1"],
    "c02-9": ["c01-2", "c02-1"],
    "c02-8": ["c02-1"],
    "c02-7": [],
  });
  expect([...renamedBetween(now, newer)]).toEqual([["c02-8", "c02-1"]]);
  expect([...becameBetween(now, now)]).toEqual([]);
});
