import { expect, it } from "vitest";
import { workedExample } from "@/tests/support/framework";
import { shownSpreads } from "./view-spreads";

const spread = (lowest: number, highest: number, farApart: boolean) => ({ lowest, highest, farApart });
const said = { scope: "organisation", views: 2, notApplicable: 0, settled: false };

it("where colleagues gave views a result says from which level to which, of the questions behind its figures alone", () => {
  const shown = shownSpreads(
    workedExample(),
    "acute",
    [
      { ...said, capabilityId: "b1", spread: spread(3, 3, false), settled: true },
      { ...said, capabilityId: "a1", spread: spread(2, 4, true) },
      { ...said, capabilityId: "b2", views: 3, notApplicable: 1, spread: spread(2, 3, true) },
      { ...said, capabilityId: "b3", notApplicable: 2, spread: null },
      { ...said, capabilityId: "a2", scope: "community", spread: spread(1, 5, true) },
    ],
    () => "organisation",
  );
  expect(
    shown.map(({ capabilityId, levels, farApart, settled }) => [capabilityId, levels, farApart, settled]),
  ).toEqual([
    ["a1", "Level 2 to 4", true, false],
    ["b1", "Level 3", false, true],
    ["b2", "Level 2 to 3; 1 of 3 say it does not apply", true, false],
    ["b3", "Does not apply", false, false],
  ]);
});
