import { expect, test } from "vitest";
import { answersAt, workedExample } from "@/tests/support/framework";
import {
  alreadyMet,
  notAsked,
  servedCapability,
  servesTicked,
  servesUpTo,
  together,
} from "./criteria-of-plan";

const framework = workedExample();
const met = answersAt(framework, { a1: 2, a2: 4, b1: 3, b2: 3, b3: 3 }).get("a1")?.criteria ?? {};
const answer = {
  capabilityId: "a1",
  scope: "organisation",
  criteria: met,
  notApplicable: null,
  note: "",
  confidence: null,
  version: 1,
  carriedForward: false,
  withdrawn: false,
  savedAt: new Date(0),
  savedById: "someone",
  enteredForId: null,
};
const ground = { framework, careSettings: ["acute"] as const, rows: [answer] };

test("an action begun from a gap names what is open up to its target, and nothing that is met", () => {
  const served = servedCapability(ground, "a1", "organisation");
  expect(served && servesUpTo(served, 3)).toEqual({
    capabilityId: "a1",
    scope: "organisation",
    criteria: ["a1-l3-a"],
  });
  expect(servedCapability(ground, "a1", "community")).toBeNull();
  expect(servedCapability(ground, "nothing", "organisation")).toBeNull();
});

test("what is met already is found, and so is what the round does not ask", () => {
  const serves = servesTicked([
    ...["a1/organisation/a1-l2-a", "a1/organisation/a1-l3-a", "a1/organisation/of-last-year"],
    ...["gone/organisation/gone-l2-a", "not a tick"],
  ]);
  expect(alreadyMet(ground, serves).map(({ id }) => id)).toEqual(["a1-l2-a"]);
  expect(notAsked(ground, serves)).toEqual([
    { capabilityId: "a1", scope: "organisation", criteria: ["of-last-year"] },
    { capabilityId: "gone", scope: "organisation", criteria: ["gone-l2-a"] },
  ]);
});

test("what the page did not show stays beside what was ticked on it", () => {
  const ticked = servesTicked(["a1/organisation/a1-l3-a"]);
  const unseen = servesTicked(["a1/organisation/of-last-year", "gone/acute/x"]);
  expect(together(ticked, unseen)).toEqual([
    { capabilityId: "a1", scope: "organisation", criteria: ["a1-l3-a", "of-last-year"] },
    { capabilityId: "gone", scope: "acute", criteria: ["x"] },
  ]);
});
