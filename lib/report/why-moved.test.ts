import { expect, it } from "vitest";
import { aCapability, aDimension, aFramework, anAnswer } from "@/tests/support/framework";
import { whyMoved } from "./why-moved";

const framework = aFramework([aDimension("A", [aCapability("a1"), aCapability("a2")])]);
const moved = { id: "a1", title: "a1 Capability a1", from: 1, to: 2 } as const;

it("why a level rose or fell is told by the criteria that changed, not by those that are new to the questions", () => {
  const before = new Map([["a1", anAnswer({ "a1-l2-a": "not_known", "a1-l3-a": "met", gone: "met" })]]);
  const now = new Map([["a1", anAnswer({ "a1-l2-a": "met", "a1-l3-a": "not_met", "a1-l4-a": "met" })]]);
  expect(whyMoved(framework, "acute", moved, before, now)).toEqual({
    met: ["The trust does a1-l2-a."],
    lost: ["The trust does a1-l3-a."],
  });
});
