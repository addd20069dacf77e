import { expect, it } from "vitest";
import { type Agreed, agreedThen, agreedToKeep } from "./agreed";

const target = {
  capabilityId: "c06-3",
  scope: "organisation",
  level: 3,
  reason: "The board wants it",
  by: new Date("2027-03-31T00:00:00Z"),
};
const agreed: Agreed = {
  targets: [
    {
      ...target,
      owner: "Chief digital officer",
      approvedAt: new Date("2026-11-02T09:30:00Z"),
      approvedBy: "Ann Lee",
    },
    { ...target, capabilityId: "c06-1", by: null, approvedAt: null, dimensionId: "d06" },
  ],
  gapViews: [
    {
      capabilityId: "c06-3",
      standing: "now",
      standingReason: "It holds us",
      importance: 3,
      effort: null,
      adjustedReason: "A near miss",
      system: "Backup",
      supplier: "Stored Ltd",
      unblockedBy: "supplier",
      contractEndsOn: new Date("2027-09-30T00:00:00Z"),
      version: 2,
      changedBy: "Helen Marsh",
      changedAt: new Date("2026-11-01T10:00:00Z"),
    },
  ],
};

it("what was agreed is read from a past sign-off as it was agreed then", () => {
  const stored: unknown = JSON.parse(JSON.stringify(agreedToKeep("acute", agreed)));
  expect(agreedThen(stored as ReturnType<typeof agreedToKeep>)).toEqual(agreed);
});

it("what another care setting wants of its own is not kept with this one", () => {
  const kept = agreedToKeep("acute", { targets: [{ ...target, scope: "community" }], gapViews: [] });
  expect(kept.targets).toEqual([]);
});
