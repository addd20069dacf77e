import { expect, it } from "vitest";
import { aCapability, aDimension, aFramework, anAnswer } from "@/tests/support/framework";
import type { PlannedAction } from "@/lib/plan/action";
import { anAction } from "@/tests/support/plan";
import { actionsBehind, whyMoved } from "./why-moved";

const framework = aFramework([aDimension("A", [aCapability("a1"), aCapability("a2")])]);
const serves = { capabilityId: "a1", scope: "organisation", criteria: ["a1-l2-a"] };
const finished = (changes: Partial<PlannedAction> = {}) =>
  anAction({ status: "finished", finishedOn: "2026-05-31", serves: [serves], ...changes });
const moved = { id: "a1", title: "a1 Capability a1", from: 1, to: 2 } as const;

it("why a level rose or fell is told by the criteria that changed, not by those that are new to the questions", () => {
  const before = new Map([["a1", anAnswer({ "a1-l2-a": "not_known", "a1-l3-a": "met", gone: "met" })]]);
  const now = new Map([["a1", anAnswer({ "a1-l2-a": "met", "a1-l3-a": "not_met", "a1-l4-a": "met" })]]);
  expect(whyMoved({ framework, setting: "acute", before, now }, moved)).toEqual({
    met: ["The trust does a1-l2-a."],
    lost: ["The trust does a1-l3-a."],
  });
});

it("the finished actions that met what is new are named with a level that rose, and no others", () => {
  const before = new Map([["a1", anAnswer({ "a1-l2-a": "not_met", "a1-l3-a": "met" })]]);
  const now = new Map([["a1", anAnswer({ "a1-l2-a": "met", "a1-l3-a": "met" })]]);
  const rounds = { framework, setting: "acute" as const, before, now };
  const done = finished();
  const actions = [
    done,
    finished({ status: "in_progress", finishedOn: null }),
    finished({ finishedOn: "2026-07-01" }),
    finished({ serves: [{ ...serves, scope: "community" }] }),
    finished({ serves: [{ ...serves, criteria: ["a1-l3-a"] }] }),
    finished({ serves: [{ ...serves, capabilityId: "a2", criteria: ["a2-l2-a"] }] }),
  ];
  expect(actionsBehind(rounds, moved, actions, "2026-06-30")).toEqual([done]);
});
